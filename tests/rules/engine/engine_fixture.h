// A program from inline text and answers in short form, for tests of the engine alone: no files, texts or requests.
#ifndef BAKEN_TESTS_RULES_ENGINE_ENGINE_FIXTURE_H_
#define BAKEN_TESTS_RULES_ENGINE_ENGINE_FIXTURE_H_

#include <memory>
#include <string>
#include <vector>

#include "rules/engine/evaluation.h"
#include "rules/engine/intake.h"
#include "rules/engine/planner.h"

namespace baken {

// Adds a role, a question group and a scope finding to `text` (a PackFile) unless it has a header.
rules::v1::PackFile ParseDefinition(const std::string& text);

// Problems of a definition, as `field[index]…: message`.
std::vector<std::string> PlanProblems(const std::string& text);

// A planned definition.
class TestPack {
 public:
  explicit TestPack(const std::string& text);

  const Program& program() const { return *program_; }
  const rules::v1::PackFile& definition() const { return definition_; }

  // Evaluates answers given as text format of AssessRequest, e.g. `answers { fact_id: "a" value { boolean: true } }`.
  Evaluation Assess(const std::string& answers) const;
  // Violations of such answers, as `path: description`.
  std::vector<std::string> Violate(const std::string& answers, bool report_unknown = false) const;
  Intake Read(const std::string& answers, bool report_unknown = false) const;

  // `SUPPORTED (ATTAINABLE …)` of a finding.
  std::string Show(const Evaluation& evaluation, const std::string& finding) const;
  // Rules that reported a contradiction.
  static std::vector<std::string> Contradictions(const Evaluation& evaluation);

 private:
  rules::v1::PackFile definition_;
  std::unique_ptr<const Program> program_;
};

// A finding `id` with level YES when `when` holds, else NO.
std::string YesNo(const std::string& id, const std::string& when);

}  // namespace baken

#endif  // BAKEN_TESTS_RULES_ENGINE_ENGINE_FIXTURE_H_
