// What the parts of an answer are made from. Internal to rules/decision.
#ifndef BAKEN_RULES_DECISION_ANSWER_CONTEXT_H_
#define BAKEN_RULES_DECISION_ANSWER_CONTEXT_H_

#include <set>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "baken/v1/assessment.pb.h"
#include "rules/engine/evaluation.h"
#include "rules/pack/loaded_pack.h"

namespace baken::decision_internal {

// A checked request: who asks for what, in which words, for which day.
struct Occasion {
  const rules::v1::Role* role = nullptr;
  const rules::v1::View* view = nullptr;
  std::string locale;
  absl::CivilDay evaluation_date;
};

struct AnswerContext {
  const LoadedPack& pack;
  const Occasion& occasion;
  const Evaluation& evaluation;
  const std::vector<int>& declined;  // Fact numbers.
  bool partial_knowledge = false;    // The request held facts the pack does not know.

  const Program& program() const { return pack.program(); }
  const rules::v1::PackFile& definition() const { return pack.definition(); }
  const ProgramLevel& SupportedLevel(int finding) const;
  // The scope says that this requester gets nothing about a person.
  bool refused() const;
  // Whether the answer speaks of this finding at all.
  bool IsStated(int finding) const;
  bool Shows(rules::v1::AnswerPart part) const;

  // A text in the locale of the answer. The loader saw to it that there is one.
  v1::LocalizedText Text(absl::string_view id) const;
  // Sets `text` when the pack has one.
  bool HasText(absl::string_view id) const;
  v1::Basis BasisOf(const rules::v1::Basis& basis) const;
  v1::FactName NameOf(int fact) const;
  // Fact numbers as ids, in the order in which to ask.
  std::vector<std::string> InAskingOrder(const std::set<int>& facts) const;
};

// A fact or score as a rule read it (readings.cc).
v1::FactReading DescribeReading(const AnswerContext& context, int variable, int reading);

// Scope, findings, urgency and flags (findings.cc).
void AddFindings(const AnswerContext& context, v1::Assessment& assessment);
// Referrals, monitoring, advice and caveats, in full; returns true when one of the first three applies (actions.cc).
bool AddActions(const AnswerContext& context, v1::Assessment& assessment);
// Contradictions, discrepancies, declined facts and open questions (questions.cc).
void AddQuestions(const AnswerContext& context, v1::Assessment& assessment);
// Profiles beside the person, when the view shows them (profiles.cc).
void AddProfiles(const AnswerContext& context, v1::Assessment& assessment);
// Documents of the view, from all of the above; call it before ApplyView (documents.cc).
void AddDocuments(const AnswerContext& context, v1::Assessment& assessment);
// Takes away what the view does not show, and lists the sources of the rest (view.cc).
void ApplyView(const AnswerContext& context, v1::Assessment& assessment);

}  // namespace baken::decision_internal

#endif  // BAKEN_RULES_DECISION_ANSWER_CONTEXT_H_
