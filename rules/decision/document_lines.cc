#include "rules/decision/document_lines.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "rules/base/civil_date.h"
#include "rules/decision/triggers.h"
#include "rules/engine/level_kinds.h"

namespace baken::decision_internal {
namespace {

constexpr int kOpenFactsMax = 5;
constexpr int kAskFirstMax = 3;

}  // namespace

void LineWriter::Write(const rules::v1::DocumentSection& definition) {
  AddEntries(definition);
  if (document_.brief()) {
    WriteBriefly(definition);
  } else {
    WriteInFull(definition);
  }
  if (definition.open_facts()) AddOpenFacts();
  AddNotAsked(definition);
  // A heading with nothing below it would read as "none".
  const std::string empty = "document.empty_section";
  if (section_.lines().empty() && definition.keep_when_empty()) AddLine(context_.Text(empty).text(), empty);
}

void LineWriter::WriteInFull(const rules::v1::DocumentSection& definition) {
  for (const std::string& fact : definition.facts()) AddFact(fact);
  for (const std::string& scale : definition.scales()) AddScale(scale);
  if (definition.urgency()) AddUrgency();
  AddFindings(definition);
  if (definition.contradictions()) AddContradictions();
  if (definition.referrals()) AddReferrals();
  if (definition.monitoring()) AddMonitoring();
  for (int audience : definition.advice()) AddAdvice(static_cast<v1::Audience>(audience));
  if (definition.codings()) AddCodings();
}

void LineWriter::AddEntries(const rules::v1::DocumentSection& definition) {
  const Triggers triggers(context_);
  for (const auto& entry : definition.entries()) {
    if (entry.has_trigger() && !triggers.Applies(entry.trigger())) continue;
    const std::string id = absl::StrCat("document.", document_.id(), ".", definition.id(), ".", entry.id());
    AddLine(context_.Text(id).text(), id);
  }
}

const VariableState& LineWriter::StateOf(int fact) const {
  const int variable = context_.program().facts[static_cast<size_t>(fact)].variable;
  return context_.evaluation.states[static_cast<size_t>(variable)];
}

std::string LineWriter::ValueText(int variable) const {
  const VariableState& state = context_.evaluation.states[static_cast<size_t>(variable)];
  const Variable& definition = context_.program().variables[static_cast<size_t>(variable)];
  std::vector<std::string> texts;
  for (size_t i = 0; i < state.readings.size(); ++i) {
    const Reading& reading = state.readings[i];
    if (definition.kind == VariableKind::kBoolean && reading.low != reading.high) continue;
    texts.push_back(DescribeReading(context_, variable, static_cast<int>(i)).value_text());
  }
  return absl::StrJoin(texts, " / ");
}

void LineWriter::AddFact(const std::string& fact) {
  const int number = context_.program().FindFact(fact);
  if (StateOf(number).missing()) return;
  const std::string value = ValueText(context_.program().facts[static_cast<size_t>(number)].variable);
  if (!value.empty()) AddLine(absl::StrCat(Label(number), ": ", value), fact);
}

void LineWriter::AddScale(const std::string& scale) {
  const auto& scales = context_.program().scales;
  auto found = std::find_if(scales.begin(), scales.end(), [&](const auto& each) { return each.id == scale; });
  if (!context_.evaluation.scales[static_cast<size_t>(found - scales.begin())].given) return;
  const std::string title = context_.Text(absl::StrCat("scale.", scale, ".title")).text();
  AddLine(absl::StrCat(title, ": ", ValueText(found->variable)), scale);
}

// While too little is known the statement of a low urgency would read as reassurance. Whatever is stated, a higher one
// that is still attainable stands beside it.
void LineWriter::AddUrgency() {
  bool enough_known = assessment_.outcome() != v1::OUTCOME_NOT_ENOUGH_KNOWN;
  const v1::LocalizedText& text = enough_known ? assessment_.urgency().statement() : assessment_.outcome_statement();
  AddLine(text.text(), text.text_id());
  if (assessment_.urgency().attainable() > assessment_.urgency().supported()) AddWhatCanRaise();
}

// How urgent it can still turn out to be, and what to ask first.
void LineWriter::AddWhatCanRaise() {
  const v1::UrgencyResult& urgency = assessment_.urgency();
  const std::string can_rise = "document.urgency_can_rise";
  const std::string highest = absl::StrCat("urgency.U", urgency.attainable() - v1::URGENCY_U0);
  AddLine(absl::StrCat(context_.Text(can_rise).text(), ": ", context_.Text(highest).text()), can_rise);
  AddLine(AskFirst(), "document.urgency_ask_first");
}

std::string LineWriter::AskFirst() const {
  const auto& missing = assessment_.urgency().missing_fact_ids();
  std::vector<std::string> labels;
  for (int i = 0; i < std::min(missing.size(), kAskFirstMax); ++i) {
    labels.push_back(Label(context_.program().FindFact(missing[i])));
  }
  if (missing.size() > kAskFirstMax) labels.push_back("…");
  return absl::StrCat(context_.Text("document.urgency_ask_first").text(), " (", missing.size(),
                      "): ", absl::StrJoin(labels, ", "));
}

void LineWriter::AddFindings(const rules::v1::DocumentSection& definition) {
  const auto& categories = definition.finding_categories();
  for (const auto& finding : assessment_.findings()) {
    if (std::find(categories.begin(), categories.end(), finding.category()) != categories.end()) AddFinding(finding);
  }
  for (const std::string& id : definition.findings()) {
    if (assessment_.scope().finding_id() == id) AddFinding(assessment_.scope());
    for (const auto& finding : assessment_.findings()) {
      if (finding.finding_id() == id) AddFinding(finding);
    }
  }
}

void LineWriter::AddFinding(const v1::FindingResult& finding) {
  if (!IsThere(finding.supported().kind()) || !findings_.insert(finding.finding_id()).second) return;
  if (document_.brief()) {
    const std::string text =
        absl::StrCat("finding.", finding.finding_id(), ".", finding.supported().level_id(), ".brief");
    AddLine(context_.Text(text).text(), finding.finding_id());
    return;
  }
  AddLine(absl::StrCat(finding.title().text(), ": ", finding.supported().statement().text()), finding.finding_id());
}

void LineWriter::AddContradictions() {
  for (const auto& contradiction : assessment_.contradictions()) {
    std::string labels = absl::StrJoin(contradiction.facts(), ", ", [](std::string* out, const v1::FactName& fact) {
      absl::StrAppend(out, fact.label().text());
    });
    v1::DocumentLine& line =
        AddLine(absl::StrCat(contradiction.text().text(), " (", labels, ")"), contradiction.text().text_id());
    for (const auto& fact : contradiction.facts()) line.add_element_ids(fact.fact_id());
  }
}

void LineWriter::AddReferrals() {
  for (const v1::Referral* referral : ByDueDate(assessment_.referrals())) {
    AddLine(absl::StrCat(referral->recipient().text(), ", ", Day(referral->due_date()), ": ", referral->why().text()),
            referral->referral_id());
  }
}

void LineWriter::AddMonitoring() {
  for (const v1::MonitoringPrompt* prompt : ByDueDate(assessment_.monitoring_prompts())) {
    AddLine(absl::StrCat(Day(prompt->due_date()), ": ", prompt->what().text()), prompt->prompt_id());
  }
}

void LineWriter::AddAdvice(v1::Audience audience) {
  for (const auto& advice : assessment_.advice()) {
    if (advice.audience() == audience) AddLine(advice.text().text(), advice.advice_id());
  }
}

void LineWriter::AddCodings() {
  std::set<std::string> written;
  for (const auto& finding : assessment_.findings()) {
    for (const auto& coding : finding.codings()) {
      const std::string system_id = absl::StrCat("system.", coding.system());
      const std::string system = context_.HasText(system_id) ? context_.Text(system_id).text() : coding.system();
      std::string text = absl::StrCat(coding.code(), " ", coding.display(), " (", system, ")");
      if (written.insert(text).second) AddLine(std::move(text), finding.finding_id());
    }
  }
}

void LineWriter::AddOpenFacts() {
  for (int i = 0; i < std::min(assessment_.open_facts_size(), kOpenFactsMax); ++i) {
    AddLine(assessment_.open_facts(i).question().text(), assessment_.open_facts(i).fact_id());
  }
}

void LineWriter::AddNotAsked(const rules::v1::DocumentSection& definition) {
  std::vector<int> not_asked;
  std::vector<int> partly_known;
  std::vector<int> declined;
  for (const std::string& id : definition.not_asked()) {
    const int fact = context_.program().FindFact(id);
    if (IsPartlyKnown(fact) && !TellsItself(definition, id)) partly_known.push_back(fact);
    if (!StateOf(fact).missing()) continue;
    bool is_declined = std::binary_search(context_.declined.begin(), context_.declined.end(), fact);
    (is_declined ? declined : not_asked).push_back(fact);
  }
  AddNames("document.not_asked", not_asked);
  AddNames("document.partly_known", partly_known);
  AddNames("document.declined", declined);
}

bool LineWriter::IsPartlyKnown(int fact) const {
  const int variable = context_.program().facts[static_cast<size_t>(fact)].variable;
  const VariableState& state = StateOf(fact);
  if (state.missing() || context_.program().variables[static_cast<size_t>(variable)].kind != VariableKind::kSet) {
    return false;
  }
  return std::any_of(state.readings.begin(), state.readings.end(),
                     [](const Reading& reading) { return !(reading.in == reading.may); });
}

void LineWriter::AddNames(const std::string& text_id, const std::vector<int>& facts) {
  if (facts.empty()) return;
  std::vector<std::string> labels;
  for (int fact : facts) labels.push_back(Label(fact));
  v1::DocumentLine& line =
      AddLine(absl::StrCat(context_.Text(text_id).text(), ": ", absl::StrJoin(labels, ", ")), text_id);
  for (int fact : facts) line.add_element_ids(context_.program().facts[static_cast<size_t>(fact)].id);
}

v1::DocumentLine& LineWriter::AddLine(std::string text, const std::string& element) {
  v1::DocumentLine& line = *section_.add_lines();
  line.set_text(std::move(text));
  line.add_element_ids(element);
  return line;
}

std::string LineWriter::Day(const std::string& date) const {
  const std::optional<absl::CivilDay> day = ParseCivilDay(date);
  if (!day.has_value()) return date;
  if (document_.brief() && context_.HasText("format.date")) {
    return absl::StrReplaceAll(context_.Text("format.date").text(),
                               {{"dd", absl::StrCat(absl::Dec(day->day(), absl::kZeroPad2))},
                                {"mm", absl::StrCat(absl::Dec(day->month(), absl::kZeroPad2))},
                                {"yyyy", absl::StrCat(day->year())}});
  }
  const std::string month = absl::StrCat("format.month.", day->month());
  if (!context_.HasText(month)) return date;
  return absl::StrCat(day->day(), " ", context_.Text(month).text(), " ", day->year());
}

}  // namespace baken::decision_internal
