#include "tests/testing/pack_builder.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"
#include "rules/pack/text_ids.h"
#include "tests/testing/proto_matchers.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using rules::v1::PackFile;

constexpr char kFile[] = "all.txtpb";

void CompleteHeader(rules::v1::PackHeader& header) {
  if (header.id().empty()) header.set_id("test");
  if (header.version().empty()) header.set_version("1.0.0");
  if (header.locales().empty()) header.add_locales("en");
  if (header.scope_finding().empty()) header.set_scope_finding("scope");
  if (header.files().empty()) header.add_files(kFile);
  if (header.requires_baken().empty()) header.set_requires_baken("0.1");
  if (header.views().empty()) {
    rules::v1::View& view = *header.add_views();
    view.set_id("full");
    for (int part = rules::v1::ANSWER_PART_FINDINGS; part <= rules::v1::ANSWER_PART_OPEN_FACTS; ++part) {
      view.add_parts(static_cast<rules::v1::AnswerPart>(part));
    }
  }
  if (header.roles().empty()) {
    rules::v1::Role& role = *header.add_roles();
    role.set_id("clinician");
    role.set_receives_personal_output(true);
  }
  for (rules::v1::Role& role : *header.mutable_roles()) {
    if (role.views().empty()) role.add_views(header.views(0).id());
  }
}

void AddScope(PackFile& pack) {
  const std::string& id = pack.header().scope_finding();
  bool known = std::any_of(pack.findings().begin(), pack.findings().end(),
                           [&](const auto& finding) { return finding.id() == id; });
  if (known) return;
  *pack.add_findings() = ParseTextProto<rules::v1::Finding>(
      absl::StrCat("id: '", id, R"pb(' category: FINDING_CATEGORY_SCOPE
                                     levels { id: 'APPLIES' kind: LEVEL_KIND_POSITIVE when: 'true' }
                                     levels { id: 'UNKNOWN' kind: LEVEL_KIND_NONE }
      )pb"));
}

void AddPartialKnowledgeCaveat(PackFile& pack) {
  bool known = std::any_of(pack.caveats().begin(), pack.caveats().end(),
                           [](const auto& caveat) { return caveat.on_partial_knowledge(); });
  if (known) return;
  rules::v1::Caveat& caveat = *pack.add_caveats();
  caveat.set_id("PARTIAL_KNOWLEDGE");
  caveat.set_on_partial_knowledge(true);
}

template <typename List>
void CompleteBasis(List& list) {
  for (auto& element : list) {
    if (!element.has_basis()) element.mutable_basis()->set_house_rule(true);
  }
}

std::string TextOf(const google::protobuf::Message& message) {
  std::string text;
  google::protobuf::TextFormat::PrintToString(message, &text);
  return text;
}

std::shared_ptr<const LoadedPack> PackOrFailure(LoadResult result) {
  EXPECT_TRUE(result.diagnostics.empty()) << FormatDiagnostics("", result.diagnostics);
  return std::move(result.pack);
}

}  // namespace

PackFile CompleteDefinition(PackFile pack) {
  CompleteHeader(*pack.mutable_header());
  AddScope(pack);
  AddPartialKnowledgeCaveat(pack);
  if (pack.groups().empty()) pack.add_groups()->set_id("general");
  for (rules::v1::Fact& fact : *pack.mutable_facts()) {
    if (fact.group().empty()) fact.set_group(pack.groups(0).id());
  }
  for (rules::v1::Finding& finding : *pack.mutable_findings()) {
    if (finding.category() == v1::FINDING_CATEGORY_UNSPECIFIED) finding.set_category(v1::FINDING_CATEGORY_USE);
    if (finding.owner().empty()) finding.set_owner("tests");
    if (finding.review_date().empty()) finding.set_review_date("2030-01-01");
  }
  CompleteBasis(*pack.mutable_facts());
  CompleteBasis(*pack.mutable_parameters());
  CompleteBasis(*pack.mutable_scales());
  CompleteBasis(*pack.mutable_families());
  CompleteBasis(*pack.mutable_implications());
  CompleteBasis(*pack.mutable_impossible());
  CompleteBasis(*pack.mutable_criteria());
  CompleteBasis(*pack.mutable_findings());
  CompleteBasis(*pack.mutable_referrals());
  CompleteBasis(*pack.mutable_monitoring_prompts());
  CompleteBasis(*pack.mutable_advice());
  CompleteBasis(*pack.mutable_caveats());
  CompleteBasis(*pack.mutable_documents());
  CompleteBasis(*pack.mutable_profiles());
  for (rules::v1::Profile& profile : *pack.mutable_profiles()) CompleteBasis(*profile.mutable_types());
  return pack;
}

void WritePack(const PackFile& completed, const std::filesystem::path& folder) {
  PackFile header;
  *header.mutable_header() = completed.header();
  PackFile rest = completed;
  rest.clear_header();
  rules::v1::TextFile texts;
  for (const TextNeed& need : ListTexts(completed)) {
    // How numbers and units are written stays as it is where a test says nothing.
    if (absl::StartsWith(need.id, "format.") || absl::StartsWith(need.id, "unit.")) continue;
    rules::v1::Text& text = *texts.add_texts();
    text.set_id(need.id);
    text.set_text(absl::StrCat("text of ", need.id));
  }
  WriteFile(folder / "pack.txtpb", TextOf(header));
  WriteFile(folder / kFile, TextOf(rest));
  for (const std::string& locale : completed.header().locales()) {
    WriteFile(folder / "texts" / locale / kFile, TextOf(texts));
  }
}

LoadResult TryBuildPack(const PackFile& definition) {
  TemporaryFolder folder;
  WritePack(CompleteDefinition(definition), folder.path());
  LoadOptions options;
  options.verify_manifest = false;
  return LoadPack(folder.path(), options);
}

LoadResult TryBuildPack(absl::string_view definition) { return TryBuildPack(ParseTextProto<PackFile>(definition)); }

std::shared_ptr<const LoadedPack> BuildPack(const PackFile& definition) {
  return PackOrFailure(TryBuildPack(definition));
}

std::shared_ptr<const LoadedPack> BuildPack(absl::string_view definition) {
  return PackOrFailure(TryBuildPack(definition));
}

std::shared_ptr<const LoadedPack> LoadPackOfTree(absl::string_view relative_folder) {
  LoadOptions options;
  options.verify_manifest = false;
  return PackOrFailure(LoadPack(std::filesystem::path(BAKEN_SOURCE_DIR) / std::string(relative_folder), options));
}

}  // namespace baken
