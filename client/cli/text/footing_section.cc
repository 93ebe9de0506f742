#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/substitute.h"
#include "client/cli/text/sections.h"

namespace baken::cli_internal {
namespace {

// Enough of a digest to compare by eye.
constexpr size_t kDigestShown = 12;

// A line of a citation is enough to know the source by.
constexpr int kCitationShown = 90;

// At most so many columns, cut between words.
std::string Shortened(absl::string_view citation) {
  if (DisplayWidth(citation) <= kCitationShown) return std::string(citation);
  std::string shortened;
  for (absl::string_view word : absl::StrSplit(citation, ' ')) {
    if (DisplayWidth(shortened) + 1 + DisplayWidth(word) > kCitationShown) break;
    absl::StrAppend(&shortened, shortened.empty() ? "" : " ", word);
  }
  return absl::StrCat(shortened, " …");
}

template <typename Ids>
std::string Join(const Ids& ids) {
  return absl::StrJoin(ids, ", ");
}

std::string JoinNames(const google::protobuf::RepeatedPtrField<v1::FactName>& facts) {
  return absl::StrJoin(facts, ", ",
                       [](std::string* out, const v1::FactName& fact) { out->append(fact.label().text()); });
}

// What is wrong, once, and the answers for which it holds; the same ones can go against more than one rule.
std::vector<std::pair<std::string, std::vector<std::string>>> ByText(const v1::Assessment& assessment) {
  std::vector<std::pair<std::string, std::vector<std::string>>> facts_by_text;
  for (const v1::Contradiction& contradiction : assessment.contradictions()) {
    const std::string& text = contradiction.text().text();
    auto found = std::find_if(facts_by_text.begin(), facts_by_text.end(),
                              [&text](const auto& entry) { return entry.first == text; });
    if (found == facts_by_text.end()) found = facts_by_text.insert(found, {text, {}});
    const std::string facts = JoinNames(contradiction.facts());
    if (std::find(found->second.begin(), found->second.end(), facts) == found->second.end()) {
      found->second.push_back(facts);
    }
  }
  return facts_by_text;
}

void WriteDiscrepancy(const v1::Discrepancy& discrepancy, const Labels& labels, Page& page) {
  page.Item("• ", discrepancy.text().text());
  page.Line(absl::StrCat(absl::Substitute(labels.above_cutoff, Join(discrepancy.positive_scale_ids())), "; ",
                         absl::Substitute(labels.below_cutoff, Join(discrepancy.negative_scale_ids()))),
            4, Style::kFaint);
}

// The authority of what is printed, as opposed to all that was looked at.
std::vector<const v1::Basis*> ShownBases(const v1::Assessment& assessment) {
  std::vector<const v1::Basis*> bases = {&assessment.scope().basis()};
  for (const v1::FindingResult& finding : assessment.findings()) {
    if (IsRaised(finding)) bases.push_back(&finding.basis());
  }
  for (const v1::Referral& referral : assessment.referrals()) bases.push_back(&referral.basis());
  for (const v1::MonitoringPrompt& prompt : assessment.monitoring_prompts()) bases.push_back(&prompt.basis());
  for (const v1::Advice& advice : assessment.advice()) bases.push_back(&advice.basis());
  for (const v1::Caveat& caveat : assessment.caveats()) bases.push_back(&caveat.basis());
  return bases;
}

}  // namespace

void WriteContradictions(const v1::Assessment& assessment, const Labels& labels, Page& page) {
  if (!assessment.contradictions().empty()) page.Heading(labels.contradictions, Style::kWarning);
  for (const auto& [text, facts] : ByText(assessment)) {
    page.Item("• ", text);
    page.Line(absl::Substitute(labels.facts, absl::StrJoin(facts, "; ")), 4, Style::kFaint);
  }
  if (!assessment.discrepancies().empty()) page.Heading(labels.discrepancies, Style::kWarning);
  for (const v1::Discrepancy& discrepancy : assessment.discrepancies()) WriteDiscrepancy(discrepancy, labels, page);
}

void WriteCaveats(const v1::Assessment& assessment, const Labels& labels, Page& page) {
  if (!assessment.caveats().empty()) page.Heading(labels.caveats);
  for (const v1::Caveat& caveat : assessment.caveats()) page.Item("• ", caveat.text().text());
  if (!assessment.declined_facts().empty()) {
    page.Blank();
    page.Line(absl::Substitute(labels.declined, JoinNames(assessment.declined_facts())));
  }
}

void WriteSources(const v1::Assessment& assessment, const Labels& labels, Page& page) {
  std::set<absl::string_view> cited;
  bool house_rule = false;
  for (const v1::Basis* basis : ShownBases(assessment)) {
    house_rule = house_rule || basis->house_rule();
    for (const v1::SourceReference& reference : basis->references()) cited.insert(reference.source_id());
  }
  if (cited.empty() && !house_rule) return;
  page.Heading(house_rule ? absl::StrCat(labels.sources, " (", labels.house_rule, ")") : std::string(labels.sources));
  // In the order of the pack; the places in them are in the JSON.
  for (const v1::Source& source : assessment.sources()) {
    if (cited.count(source.source_id()) > 0) page.Item("– ", Shortened(source.citation()), 2, Style::kFaint);
  }
}

void WriteFooter(const v1::Assessment& assessment, const v1::Delivery& delivery, const Labels& labels, Page& page) {
  page.Blank();
  if (!delivery.unknown_field_paths().empty()) {
    page.Line(absl::Substitute(labels.unknown_fields, Join(delivery.unknown_field_paths())), 0, Style::kWarning);
  }
  const v1::PackReference& pack = assessment.pack();
  page.Line(absl::Substitute(labels.footer, pack.pack_id(), pack.version(), pack.digest().substr(0, kDigestShown),
                             DayText(assessment.evaluation_date(), labels), assessment.role()),
            0, Style::kFaint);
  if (!assessment.site_profile().empty()) {
    page.Line(absl::Substitute(labels.site_profile, assessment.site_profile()), 0, Style::kFaint);
  }
  const std::string unsigned_note = delivery.pack_signed() ? "" : absl::StrCat(" ", labels.unsigned_pack);
  page.Line(absl::StrCat(labels.no_medical_device, unsigned_note), 0, Style::kStrong);
}

}  // namespace baken::cli_internal
