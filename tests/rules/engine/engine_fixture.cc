#include "tests/rules/engine/engine_fixture.h"

#include "absl/strings/str_cat.h"
#include "baken/v1/decision_support_service.pb.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"

namespace baken {
namespace {

using google::protobuf::TextFormat;

v1::AssessRequest ParseAnswers(const std::string& answers) {
  v1::AssessRequest request;
  EXPECT_TRUE(TextFormat::ParseFromString(answers, &request)) << answers;
  return request;
}

std::string ShowPath(const ElementPath& path) {
  std::string text;
  for (const PathStep& step : path) {
    absl::StrAppend(&text, text.empty() ? "" : ".", step.field);
    if (step.index >= 0) absl::StrAppend(&text, "[", step.index, "]");
  }
  return text;
}

}  // namespace

rules::v1::PackFile ParseDefinition(const std::string& text) {
  rules::v1::PackFile definition;
  EXPECT_TRUE(TextFormat::ParseFromString(text, &definition)) << text;
  if (definition.has_header()) return definition;
  TextFormat::MergeFromString(R"pb(
                                header {
                                  scope_finding: "scope"
                                  roles { id: "clinician" receives_personal_output: true }
                                  roles { id: "other" }
                                }
                                groups { id: "general" }
                                findings {
                                  id: "scope"
                                  levels { id: "ALL" kind: LEVEL_KIND_POSITIVE }
                                })pb",
                              &definition);
  for (auto& fact : *definition.mutable_facts()) {
    if (fact.group().empty()) fact.set_group("general");
  }
  return definition;
}

std::vector<std::string> PlanProblems(const std::string& text) {
  std::vector<PlanError> errors;
  auto program = MakeProgram(ParseDefinition(text), errors);
  EXPECT_EQ(program == nullptr, !errors.empty());
  std::vector<std::string> problems;
  for (const PlanError& error : errors) problems.push_back(ShowPath(error.path) + ": " + error.message);
  return problems;
}

TestPack::TestPack(const std::string& text) : definition_(ParseDefinition(text)) {
  std::vector<PlanError> errors;
  program_ = MakeProgram(definition_, errors);
  for (const PlanError& error : errors) ADD_FAILURE() << ShowPath(error.path) << ": " << error.message;
}

Intake TestPack::Read(const std::string& answers, bool report_unknown) const {
  IntakeOptions options;
  options.evaluation_date = absl::CivilDay(2026, 11, 25);
  options.role = "clinician";
  options.report_unknown = report_unknown;
  Violations violations;
  Intake intake = ReadAnswers(*program_, definition_, ParseAnswers(answers).answers(), options, violations);
  for (const auto& violation : violations.kept()) ADD_FAILURE() << violation.field() << ": " << violation.description();
  return intake;
}

Evaluation TestPack::Assess(const std::string& answers) const { return Evaluate(*program_, Read(answers).given); }

std::vector<std::string> TestPack::Violate(const std::string& answers, bool report_unknown) const {
  IntakeOptions options;
  options.evaluation_date = absl::CivilDay(2026, 11, 25);
  options.role = "clinician";
  options.report_unknown = report_unknown;
  Violations violations;
  ReadAnswers(*program_, definition_, ParseAnswers(answers).answers(), options, violations);
  std::vector<std::string> result;
  for (const auto& violation : violations.kept()) result.push_back(violation.field() + ": " + violation.description());
  return result;
}

std::string TestPack::Show(const Evaluation& evaluation, const std::string& finding) const {
  int index = program_->FindFinding(finding);
  EXPECT_GE(index, 0) << finding;
  const auto& levels = program_->findings[static_cast<size_t>(index)].levels;
  const FindingState& state = evaluation.findings[static_cast<size_t>(index)];
  std::string attainable;
  for (size_t i = 0; i < levels.size(); ++i) {
    if (state.attainable[i]) absl::StrAppend(&attainable, attainable.empty() ? "" : " ", levels[i].id);
  }
  return absl::StrCat(levels[static_cast<size_t>(state.supported)].id, " (", attainable, ")");
}

std::vector<std::string> TestPack::Contradictions(const Evaluation& evaluation) {
  std::vector<std::string> rules;
  for (const ContradictionRecord& record : evaluation.contradictions) rules.push_back(record.rule_id);
  return rules;
}

std::string YesNo(const std::string& id, const std::string& when) {
  return absl::StrCat("findings { id: '", id, "' levels { id: 'YES' kind: LEVEL_KIND_POSITIVE when: \"", when,
                      "\" } levels { id: 'NO' kind: LEVEL_KIND_NONE } }\n");
}

}  // namespace baken
