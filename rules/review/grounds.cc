#include "rules/review/grounds.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "rules/logic/lexer.h"

namespace baken {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

bool HoldsNumber(const std::string& condition) {
  std::vector<Token> tokens;
  std::vector<ExpressionError> errors;
  Tokenize(condition, tokens, errors);
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.kind == TokenKind::kNumber; });
}

bool SaysAuthority(const Message& message) {
  const FieldDescriptor* field = message.GetDescriptor()->FindFieldByName("basis");
  if (field == nullptr || field->message_type() != rules::v1::Basis::descriptor()) return false;
  const auto& basis = static_cast<const rules::v1::Basis&>(message.GetReflection()->GetMessage(message, field));
  return basis.house_rule() || !basis.references().empty();
}

std::string IdOf(const Message& message) {
  const FieldDescriptor* field = message.GetDescriptor()->FindFieldByName("id");
  return field == nullptr ? "" : message.GetReflection()->GetString(message, field);
}

// `path` is how the elements around are called, `level_lists.shared`.
void FindBareNumbers(const Message& message, const std::string& path, bool grounded, std::vector<Diagnostic>& found) {
  grounded = grounded || SaysAuthority(message);
  if (grounded) return;
  std::vector<const FieldDescriptor*> fields;
  const google::protobuf::Reflection& reflection = *message.GetReflection();
  reflection.ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    const bool condition = field->name() == "when" || field->name() == "positive_when";
    if (condition && HoldsNumber(reflection.GetString(message, field))) {
      found.push_back({"pack.txtpb", 0, 0, absl::StrCat(path, ": a number in '", field->name(), "' without a basis")});
    }
    if (field->message_type() == nullptr) continue;
    const int count = field->is_repeated() ? reflection.FieldSize(message, field) : 1;
    for (int i = 0; i < count; ++i) {
      const Message& inner = field->is_repeated() ? reflection.GetRepeatedMessage(message, field, i)
                                                  : reflection.GetMessage(message, field);
      FindBareNumbers(inner, absl::StrCat(path, path.empty() ? "" : ".", field->name(), ".", IdOf(inner)), grounded,
                      found);
    }
  }
}

class UrgencyFloor {
 public:
  explicit UrgencyFloor(const rules::v1::PackFile& pack) : pack_(pack) {}

  // Of any answer in which a trigger holds.
  v1::Urgency Of(const rules::v1::Trigger& trigger) const {
    v1::Urgency floor = trigger.any_of().empty() ? v1::URGENCY_UNSPECIFIED : v1::URGENCY_U4;
    for (const auto& binding : trigger.any_of()) floor = std::min(floor, Of(binding));
    for (const auto& binding : trigger.all_of()) floor = std::max(floor, Of(binding));
    return std::max(floor, v1::URGENCY_U0);
  }

 private:
  // The least urgent of the levels at which it holds.
  v1::Urgency Of(const rules::v1::Binding& binding) const {
    v1::Urgency least = v1::URGENCY_U4;
    const auto look = [&](const google::protobuf::RepeatedPtrField<rules::v1::Level>& levels) {
      for (const auto& level : levels) {
        if (Names(binding, level)) least = std::min(least, level.urgency());
      }
    };
    for (const auto& finding : pack_.findings()) {
      if (finding.id() != binding.finding()) continue;
      look(finding.levels());
      for (const auto& list : pack_.level_lists()) {
        if (list.id() == finding.front_levels()) look(list.levels());
      }
    }
    return least;
  }

  static bool Names(const rules::v1::Binding& binding, const rules::v1::Level& level) {
    if (binding.levels().empty()) {
      return level.kind() == v1::LEVEL_KIND_POSITIVE || level.kind() == v1::LEVEL_KIND_POSSIBLE;
    }
    return std::find(binding.levels().begin(), binding.levels().end(), level.id()) != binding.levels().end();
  }

  const rules::v1::PackFile& pack_;
};

}  // namespace

std::vector<Diagnostic> FindNumbersWithoutSource(const LoadedPack& pack) {
  std::vector<Diagnostic> found;
  FindBareNumbers(pack.definition(), "", false, found);
  return found;
}

std::vector<Diagnostic> FindOverUrgentReferrals(const LoadedPack& pack) {
  std::vector<Diagnostic> found;
  const UrgencyFloor floor(pack.definition());
  for (const auto& referral : pack.definition().referrals()) {
    const v1::Urgency least = floor.Of(referral.trigger());
    if (referral.urgency() <= least) continue;
    found.push_back({"pack.txtpb", 0, 0,
                     absl::StrCat("referral '", referral.id(), "' is ", v1::Urgency_Name(referral.urgency()),
                                  ", and may be given in an answer of ", v1::Urgency_Name(least))});
  }
  return found;
}

}  // namespace baken
