// Lines of documents from what an answer holds. Internal to rules/decision.
#ifndef BAKEN_RULES_DECISION_DOCUMENT_LINES_H_
#define BAKEN_RULES_DECISION_DOCUMENT_LINES_H_

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "rules/decision/answer_context.h"

namespace baken::decision_internal {

// Writes the lines of one section, in the order of the fields of the definition. `assessment` is the whole answer,
// before the view takes anything away.
class LineWriter {
 public:
  LineWriter(const AnswerContext& context, const v1::Assessment& assessment, const rules::v1::Document& document,
             v1::DocumentSection& section)
      : context_(context), assessment_(assessment), document_(document), section_(section) {}

  void Write(const rules::v1::DocumentSection& definition);

 private:
  // Facts to advice, as a letter or a page has them.
  void WriteInFull(const rules::v1::DocumentSection& definition);
  // The same in few words (document_brief.cc).
  void WriteBriefly(const rules::v1::DocumentSection& definition);
  void AddFactsBriefly(const rules::v1::DocumentSection& definition);
  void AddScalesBriefly(const rules::v1::DocumentSection& definition);
  void AddUrgencyBriefly();
  void AddContradictionsBriefly();
  void AddReferralsBriefly();
  void AddMonitoringBriefly();
  void AddCodingsBriefly();
  // "Now", "Today", or by which day.
  std::string When(const v1::Referral& referral) const;

  void AddEntries(const rules::v1::DocumentSection& definition);
  void AddFact(const std::string& fact);
  void AddScale(const std::string& scale);
  void AddUrgency();
  void AddWhatCanRaise();
  // "text (number): label, label, …" of the facts that can still raise the urgency.
  std::string AskFirst() const;
  void AddFindings(const rules::v1::DocumentSection& definition);
  void AddFinding(const v1::FindingResult& finding);
  void AddContradictions();
  void AddReferrals();
  void AddMonitoring();
  void AddAdvice(v1::Audience audience);
  void AddCodings();
  void AddOpenFacts();
  void AddNotAsked(const rules::v1::DocumentSection& definition);
  // Some of what belongs to the fact is known, and not all.
  bool IsPartlyKnown(int fact) const;
  // In few words, once: the value of the fact, in this section too, says already that there may be more.
  bool TellsItself(const rules::v1::DocumentSection& definition, const std::string& fact) const;
  // "text: label, label", when there are labels.
  void AddNames(const std::string& text_id, const std::vector<int>& facts);
  v1::DocumentLine& AddLine(std::string text, const std::string& element);
  // The name of a fact; in a brief document its short one, when there is one.
  std::string Label(int fact) const;
  const VariableState& StateOf(int fact) const;
  // A day as the locale writes it, else YYYY-MM-DD.
  std::string Day(const std::string& date) const;
  // All readings of a variable, "a / b" when it is contradictory; empty when nothing is known.
  std::string ValueText(int variable) const;

  const AnswerContext& context_;
  const v1::Assessment& assessment_;
  const rules::v1::Document& document_;
  v1::DocumentSection& section_;
  std::set<std::string> findings_;  // Written already.
};

// The elements, earliest due first; on equal days in pack order. Days of the form YYYY-MM-DD sort as text.
template <typename List>
auto ByDueDate(const List& list) {
  std::vector<decltype(&list[0])> sorted;
  for (const auto& element : list) sorted.push_back(&element);
  std::stable_sort(sorted.begin(), sorted.end(), [](auto* a, auto* b) { return a->due_date() < b->due_date(); });
  return sorted;
}

}  // namespace baken::decision_internal

#endif  // BAKEN_RULES_DECISION_DOCUMENT_LINES_H_
