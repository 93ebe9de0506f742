#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "rules/decision/answer_context.h"

namespace baken::decision_internal {
namespace {

// The node of each feature, in pack order: the planner numbers features after the criteria.
std::vector<int> FeatureNodes(const AnswerContext& context) {
  const size_t criteria = static_cast<size_t>(context.definition().criteria_size());
  std::vector<int> nodes(context.program().criteria.size() - criteria, -1);
  for (size_t i = 0; i < context.program().nodes.size(); ++i) {
    const Node& node = context.program().nodes[i];
    if (node.kind != NodeKind::kCriterion || node.negated || static_cast<size_t>(node.variable) < criteria) continue;
    nodes[static_cast<size_t>(node.variable) - criteria] = static_cast<int>(i);
  }
  return nodes;
}

v1::FeatureState StateOf(Tri value) {
  switch (value) {
    case Tri::kTrue:
      return v1::FEATURE_STATE_MATCHED;
    case Tri::kFalse:
      return v1::FEATURE_STATE_NOT_MATCHED;
    default:
      return v1::FEATURE_STATE_UNKNOWN;
  }
}

class ProfileWriter {
 public:
  explicit ProfileWriter(const AnswerContext& context) : context_(context), nodes_(FeatureNodes(context)) {}

  void Run(v1::Assessment& assessment) {
    for (const auto& profile : context_.definition().profiles()) {
      const std::string prefix = absl::StrCat("profile.", profile.id());
      v1::ProfileResult result;
      result.set_profile_id(profile.id());
      *result.mutable_title() = context_.Text(prefix + ".title");
      *result.mutable_note() = context_.Text(prefix + ".note");
      for (const auto& type : profile.types()) {
        v1::ProfileTypeResult described = DescribeType(type, absl::StrCat(prefix, ".", type.id()), profile);
        if (!profile.only_matched() || !described.features().empty()) *result.add_types() = std::move(described);
      }
      *assessment.add_profiles() = std::move(result);
    }
  }

 private:
  v1::ProfileTypeResult DescribeType(const rules::v1::ProfileType& type, const std::string& prefix,
                                     const rules::v1::Profile& profile) {
    v1::ProfileTypeResult result;
    result.set_type_id(type.id());
    *result.mutable_title() = context_.Text(prefix + ".title");
    if (context_.HasText(prefix + ".note")) *result.mutable_note() = context_.Text(prefix + ".note");
    *result.mutable_basis() = context_.BasisOf(type.basis());
    for (const auto& feature : type.features()) {
      v1::FeatureState state = StateOf(context_.evaluation.nodes[static_cast<size_t>(nodes_[next_++])]);
      if (profile.only_matched() && state != v1::FEATURE_STATE_MATCHED) continue;
      v1::ProfileFeatureResult& added = *result.add_features();
      added.set_feature_id(feature.id());
      *added.mutable_text() = context_.Text(absl::StrCat(prefix, ".", feature.id()));
      added.set_state(state);
      AddBasis(feature.basis(), *result.mutable_basis());
    }
    return result;
  }

  // What the features shown rest on stands with their type: each reference once.
  void AddBasis(const rules::v1::Basis& of_feature, v1::Basis& of_type) const {
    const v1::Basis basis = context_.BasisOf(of_feature);
    of_type.set_house_rule(of_type.house_rule() || basis.house_rule());
    for (const auto& reference : basis.references()) {
      const auto& known = of_type.references();
      const bool stands = std::any_of(known.begin(), known.end(), [&](const auto& other) {
        return other.source_id() == reference.source_id() && other.locator() == reference.locator();
      });
      if (!stands) *of_type.add_references() = reference;
    }
  }

  const AnswerContext& context_;
  const std::vector<int> nodes_;
  size_t next_ = 0;  // Of nodes_: features are met in pack order.
};

}  // namespace

void AddProfiles(const AnswerContext& context, v1::Assessment& assessment) {
  if (context.refused() || !context.Shows(rules::v1::ANSWER_PART_PROFILES)) return;
  ProfileWriter(context).Run(assessment);
}

}  // namespace baken::decision_internal
