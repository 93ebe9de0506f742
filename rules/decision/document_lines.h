// Lines of documents from what an answer holds. Internal to rules/decision.
#ifndef BAKEN_RULES_DECISION_DOCUMENT_LINES_H_
#define BAKEN_RULES_DECISION_DOCUMENT_LINES_H_

#include <set>
#include <string>

#include "rules/decision/answer_context.h"

namespace baken::decision_internal {

// Writes the lines of one section, in the order of the fields of the definition. `assessment` is the whole answer,
// before the view takes anything away.
class LineWriter {
 public:
  LineWriter(const AnswerContext& context, const v1::Assessment& assessment, v1::DocumentSection& section)
      : context_(context), assessment_(assessment), section_(section) {}

  void Write(const std::string& document, const rules::v1::DocumentSection& definition);

 private:
  void AddEntries(const std::string& document, const rules::v1::DocumentSection& definition);
  void AddFact(const std::string& fact);
  void AddScale(const std::string& scale);
  void AddUrgency();
  void AddWhatCanRaise();
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
  // "text: label, label", when there are labels.
  void AddNames(const std::string& text_id, const std::vector<int>& facts);
  v1::DocumentLine& AddLine(std::string text, const std::string& element);
  // A day as the locale writes it, else YYYY-MM-DD.
  std::string Day(const std::string& date) const;
  // All readings of a variable, "a / b" when it is contradictory; empty when nothing is known.
  std::string ValueText(int variable) const;

  const AnswerContext& context_;
  const v1::Assessment& assessment_;
  v1::DocumentSection& section_;
  std::set<std::string> findings_;  // Written already.
};

}  // namespace baken::decision_internal

#endif  // BAKEN_RULES_DECISION_DOCUMENT_LINES_H_
