// Random persons for an exported pack, one line of JSON each: the inputs, and what the engine makes of them. Answers
// that contradict others are left out again, as an export speaks of persons without contradictions.
//
//   export_persons DIR COUNT FILE
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <optional>
#include <set>
#include <string>

#include "absl/time/civil_time.h"
#include "rules/decision/description.h"
#include "rules/engine/intake.h"
#include "rules/export/export.h"
#include "rules/pack/loader.h"
#include "tests/testing/random_person.h"

namespace baken {
namespace {

constexpr uint64_t kSeed = 20260331;
const absl::CivilDay kToday(2026, 3, 31);

using Answers = google::protobuf::RepeatedPtrField<v1::Answer>;

// Takes one answer out of each contradiction; false when there is none to take.
bool DropContradicting(const Program& program, const Evaluation& evaluation, Answers& answers) {
  std::set<std::string> dropped;
  for (const ContradictionRecord& record : evaluation.contradictions) {
    std::set<std::string> among;
    for (int fact : record.facts) among.insert(program.facts[static_cast<size_t>(fact)].id);
    auto given = std::find_if(answers.begin(), answers.end(),
                              [&](const v1::Answer& answer) { return among.count(answer.fact_id()) > 0; });
    if (given != answers.end()) dropped.insert(given->fact_id());
  }
  answers.erase(std::remove_if(answers.begin(), answers.end(),
                               [&](const v1::Answer& answer) { return dropped.count(answer.fact_id()) > 0; }),
                answers.end());
  return !dropped.empty();
}

// Nothing when the answers are refused, or when what contradicts was not among them.
std::optional<Evaluation> EvaluateConsistent(const LoadedPack& pack, Answers answers, const std::string& role) {
  IntakeOptions options{.evaluation_date = kToday, .role = role, .report_unknown = true};
  do {
    Violations violations;
    Intake intake = ReadAnswers(pack.program(), pack.definition(), answers, options, violations);
    if (!violations.kept().empty()) return std::nullopt;
    Evaluation evaluation = Evaluate(pack.program(), std::move(intake.given));
    if (evaluation.contradictions.empty()) return evaluation;
    if (!DropContradicting(pack.program(), evaluation, answers)) return std::nullopt;
  } while (true);
}

int Run(const LoadedPack& pack, int count, std::ostream& out) {
  const absl::StatusOr<v1::PackDescription> description = DescribePack(pack, "");
  if (!description.ok()) return 2;
  RandomPersons persons(*description, pack.definition(), kSeed);
  const std::vector<ExportInput> inputs = ListExportInputs(pack.program());
  const auto& roles = pack.definition().header().roles();
  for (int made = 0, tried = 0; made < count; ++tried) {
    if (tried > 100 * count + 100) return 1;  // A pack in which nearly nothing goes together.
    const std::string& role = roles[tried % roles.size()].id();
    const std::optional<Evaluation> evaluation = EvaluateConsistent(pack, persons.Next().answers(), role);
    if (!evaluation) continue;
    out << ExportPerson(inputs, *evaluation) << "\n";
    ++made;
  }
  return out.flush() ? 0 : 2;
}

}  // namespace
}  // namespace baken

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "export_persons DIR COUNT FILE\n";
    return 2;
  }
  const baken::LoadResult loaded = baken::LoadPack(argv[1]);
  if (loaded.pack == nullptr) {
    std::cerr << "export_persons: no pack in '" << argv[1] << "'\n";
    return 2;
  }
  std::ofstream out(argv[3]);
  return baken::Run(*loaded.pack, std::atoi(argv[2]), out);
}
