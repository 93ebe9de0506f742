#include "rules/docs/house_choices.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "rules/docs/page_parts.h"

namespace baken::docs_internal {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// A field of PackFile with elements, and where and under which title they are shown.
struct Kind {
  const char* field;
  const char* kind;
  const char* page;
  // What follows the id in the id of the text that names the element.
  const char* name;
  absl::string_view Words::*title;
};

constexpr Kind kKinds[] = {
    {"findings", "finding", "", ".title", &Words::findings},
    {"level_lists", "levels", "", "", &Words::findings},
    {"criteria", "criterion", "criteria", ".title", &Words::criteria},
    {"implications", "implication", "criteria", "", &Words::implications},
    {"impossible", "impossible", "criteria", "", &Words::impossible},
    {"facts", "fact", "facts", ".label", &Words::facts},
    {"groups", "group", "facts", ".title", &Words::facts},
    {"scales", "scale", "instruments", ".title", &Words::instruments},
    {"families", "family", "instruments", ".title", &Words::families},
    {"parameters", "parameter", "choices", ".title", &Words::parameters},
    {"referrals", "referral", "referrals", ".recipient", &Words::referrals},
    {"monitoring_prompts", "monitoring", "monitoring", ".what", &Words::monitoring},
    {"advice", "advice", "advice", "", &Words::advice},
    {"caveats", "caveat", "advice", "", &Words::caveats},
    {"documents", "document", "documents", ".title", &Words::documents},
    {"profiles", "profile", "profiles", ".title", &Words::profiles},
};

const Kind* FindKind(absl::string_view kind) {
  for (const Kind& one : kKinds) {
    if (kind == one.kind) return &one;
  }
  return nullptr;
}

// Of a message that has one; else empty.
std::string IdOf(const Message& message) {
  const FieldDescriptor* id = message.GetDescriptor()->FindFieldByName("id");
  return id == nullptr ? "" : message.GetReflection()->GetString(message, id);
}

class Collector {
 public:
  explicit Collector(const Dictionary& dictionary) : dictionary_(dictionary) {}

  std::vector<HouseChoice> Run() {
    const rules::v1::PackFile& pack = dictionary_.pack();
    for (const Kind& kind : kKinds) {
      if (kind.kind == absl::string_view("parameter")) continue;
      const FieldDescriptor* field = pack.GetDescriptor()->FindFieldByName(kind.field);
      for (int i = 0; i < pack.GetReflection()->FieldSize(pack, field); ++i) {
        Visit(kind, pack.GetReflection()->GetRepeatedMessage(pack, field, i), {});
      }
    }
    return std::move(choices_);
  }

 private:
  // `path` holds the ids of the messages around this one.
  void Visit(const Kind& kind, const Message& message, std::vector<std::string> path) {
    path.push_back(IdOf(message));
    std::vector<const FieldDescriptor*> fields;
    const google::protobuf::Reflection& reflection = *message.GetReflection();
    reflection.ListFields(message, &fields);
    for (const FieldDescriptor* field : fields) {
      if (field->message_type() == nullptr) continue;
      if (field->message_type() == rules::v1::Basis::descriptor()) {
        Add(kind, message, path, static_cast<const rules::v1::Basis&>(reflection.GetMessage(message, field)));
      } else if (field->is_repeated()) {
        for (int i = 0; i < reflection.FieldSize(message, field); ++i) {
          Visit(kind, reflection.GetRepeatedMessage(message, field, i), path);
        }
      } else {
        Visit(kind, reflection.GetMessage(message, field), path);
      }
    }
  }

  void Add(const Kind& kind, const Message& message, const std::vector<std::string>& path,
           const rules::v1::Basis& basis) {
    if (!basis.house_rule()) return;
    HouseChoice choice{.kind = kind.kind, .name = Name(kind, path), .href = Address(kind, path)};
    if (message.GetDescriptor() == rules::v1::Referral::descriptor()) {
      choice.setting = DueText(dictionary_, static_cast<const rules::v1::Referral&>(message));
    }
    if (message.GetDescriptor() == rules::v1::MonitoringPrompt::descriptor()) {
      choice.setting = DueText(dictionary_, static_cast<const rules::v1::MonitoringPrompt&>(message));
    }
    choice.basis = &basis;
    choices_.push_back(std::move(choice));
  }

  // The name of the element; of what stands in it, that and its own text or title, or its id when it has neither.
  std::string Name(const Kind& kind, const std::vector<std::string>& path) const {
    std::string whole = dictionary_.Text(absl::StrCat(kind.kind, ".", path[0], kind.name));
    if (kind.kind == absl::string_view("criterion")) whole = dictionary_.CriterionName(path[0]);
    if (whole.empty()) whole = path[0];
    if (path.size() == 1) return whole;
    const std::string text_id = absl::StrCat(kind.kind, ".", absl::StrJoin(path, "."));
    std::string part = kind.page[0] == '\0' ? path.back() : dictionary_.Text(text_id);
    if (part.empty()) part = dictionary_.Text(text_id + ".title");
    return absl::StrCat(whole, ": ", part.empty() ? path.back() : part);
  }

  std::string Address(const Kind& kind, const std::vector<std::string>& path) const {
    if (kind.page[0] != '\0') return Href(kind.page, kind.kind, path[0]);
    const std::string level = path.size() > 1 ? absl::StrCat("#", Anchor("level", path[1])) : "";
    if (kind.kind == absl::string_view("finding")) return FindingPage(path[0]) + level;
    // Shared levels are shown with each finding that has them: any will do.
    for (const auto& finding : dictionary_.pack().findings()) {
      if (finding.front_levels() == path[0]) return FindingPage(finding.id()) + level;
    }
    return "";
  }

  const Dictionary& dictionary_;
  std::vector<HouseChoice> choices_;
};

}  // namespace

std::vector<HouseChoice> FindHouseChoices(const Dictionary& dictionary) { return Collector(dictionary).Run(); }

absl::string_view PlaceOf(absl::string_view kind) {
  const Kind* known = FindKind(kind);
  return known == nullptr ? "" : known->page;
}

absl::string_view TitleOf(const Words& words, absl::string_view kind) {
  const Kind* known = FindKind(kind);
  return known == nullptr ? "" : words.*known->title;
}

}  // namespace baken::docs_internal
