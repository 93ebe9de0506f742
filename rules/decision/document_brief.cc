// Lines in few words, for a note in a record. Nothing is left out for it but reasons, which the rest of the answer has.
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "rules/base/civil_date.h"
#include "rules/decision/document_lines.h"

namespace baken::decision_internal {
namespace {

// Texts under one lead, and what they are about.
struct Group {
  std::string lead;
  std::vector<std::string> texts;
  std::vector<std::string> elements;
};

// The group with this lead, which is made when there is none.
Group& GroupOf(std::vector<Group>& groups, const std::string& lead) {
  auto found = std::find_if(groups.begin(), groups.end(), [&](const Group& group) { return group.lead == lead; });
  if (found == groups.end()) found = groups.insert(found, {lead, {}, {}});
  return *found;
}

void AddTo(std::vector<Group>& groups, const std::string& lead, std::string text, const std::string& element) {
  Group& group = GroupOf(groups, lead);
  group.texts.push_back(std::move(text));
  group.elements.push_back(element);
}

void AddLines(const std::vector<Group>& groups, v1::DocumentSection& section) {
  for (const Group& group : groups) {
    v1::DocumentLine& line = *section.add_lines();
    line.set_text(absl::StrCat(group.lead, group.lead.empty() ? "" : ": ", absl::StrJoin(group.texts, "; ")));
    for (const std::string& element : group.elements) line.add_element_ids(element);
  }
}

// Nought that follows from another answer: of someone not pregnant, the weeks.
bool IsImpliedZero(const VariableState& state, VariableKind kind) {
  return kind == VariableKind::kNumber && state.presence == Presence::kImplied && state.readings.size() == 1 &&
         state.readings[0].low == 0 && state.readings[0].high == 0;
}

}  // namespace

std::string LineWriter::Label(int fact) const {
  const std::string brief = absl::StrCat("fact.", context_.program().facts[static_cast<size_t>(fact)].id, ".brief");
  return document_.brief() && context_.HasText(brief) ? context_.Text(brief).text()
                                                      : context_.NameOf(fact).label().text();
}

bool LineWriter::TellsItself(const rules::v1::DocumentSection& definition, const std::string& fact) const {
  const auto& facts = definition.facts();
  return document_.brief() && std::find(facts.begin(), facts.end(), fact) != facts.end();
}

void LineWriter::WriteBriefly(const rules::v1::DocumentSection& definition) {
  AddFactsBriefly(definition);
  AddScalesBriefly(definition);
  if (definition.urgency()) AddUrgencyBriefly();
  AddFindings(definition);
  if (definition.contradictions()) AddContradictionsBriefly();
  if (definition.referrals()) AddReferralsBriefly();
  if (definition.monitoring()) AddMonitoringBriefly();
  for (int audience : definition.advice()) AddAdvice(static_cast<v1::Audience>(audience));
  if (definition.codings()) AddCodingsBriefly();
}

// What was denied stands in one line, apart from what was not asked.
void LineWriter::AddFactsBriefly(const rules::v1::DocumentSection& definition) {
  const std::string no = context_.Text("value.boolean.false").text();
  std::vector<int> denied;
  for (const std::string& id : definition.facts()) {
    const int fact = context_.program().FindFact(id);
    const int variable = context_.program().facts[static_cast<size_t>(fact)].variable;
    const VariableKind kind = context_.program().variables[static_cast<size_t>(variable)].kind;
    if (StateOf(fact).missing() || IsImpliedZero(StateOf(fact), kind)) continue;
    if (ValueText(variable) == no) {
      denied.push_back(fact);
    } else {
      AddFact(id);
    }
  }
  AddNames("document.denied", denied);
}

void LineWriter::AddScalesBriefly(const rules::v1::DocumentSection& definition) {
  const auto& scales = context_.program().scales;
  std::vector<Group> groups;
  for (const std::string& id : definition.scales()) {
    auto found = std::find_if(scales.begin(), scales.end(), [&](const auto& each) { return each.id == id; });
    if (!context_.evaluation.scales[static_cast<size_t>(found - scales.begin())].given) continue;
    const std::string brief = absl::StrCat("scale.", id, ".brief");
    const std::string title = context_.HasText(brief) ? brief : absl::StrCat("scale.", id, ".title");
    AddTo(groups, "", absl::StrCat(context_.Text(title).text(), " ", ValueText(found->variable)), id);
  }
  AddLines(groups, section_);
}

// One line, so that a low urgency is never copied without what may still raise it.
void LineWriter::AddUrgencyBriefly() {
  const v1::UrgencyResult& urgency = assessment_.urgency();
  const auto brief = [](v1::Urgency level) { return absl::StrCat("urgency.U", level - v1::URGENCY_U0, ".brief"); };
  const bool enough_known = assessment_.outcome() != v1::OUTCOME_NOT_ENOUGH_KNOWN;
  const v1::LocalizedText stated =
      enough_known ? context_.Text(brief(urgency.supported())) : assessment_.outcome_statement();
  v1::DocumentLine& line = AddLine(stated.text(), stated.text_id());
  if (urgency.attainable() <= urgency.supported()) return;
  const std::string can_rise = "document.urgency_can_rise";
  line.set_text(absl::StrCat(stated.text(), " ", context_.Text(can_rise).text(), ": ",
                             context_.Text(brief(urgency.attainable())).text(), " ", AskFirst()));
  line.add_element_ids(can_rise);
  line.add_element_ids("document.urgency_ask_first");
}

// What is wrong is said once, with the answers for which it holds.
void LineWriter::AddContradictionsBriefly() {
  std::vector<Group> groups;
  for (const auto& contradiction : assessment_.contradictions()) {
    const std::string labels = absl::StrJoin(contradiction.facts(), ", ", [&](std::string* out, const auto& fact) {
      out->append(Label(context_.program().FindFact(fact.fact_id())));
    });
    AddTo(groups, contradiction.text().text(), labels, contradiction.text().text_id());
    Group& group = GroupOf(groups, contradiction.text().text());
    for (const auto& fact : contradiction.facts()) group.elements.push_back(fact.fact_id());
  }
  for (Group& group : groups) {
    // The same answers can go against more than one rule.
    std::sort(group.texts.begin(), group.texts.end());
    group.texts.erase(std::unique(group.texts.begin(), group.texts.end()), group.texts.end());
    group.texts = {absl::StrCat(group.lead, " (", absl::StrJoin(group.texts, "; "), ")")};
    group.lead.clear();
  }
  AddLines(groups, section_);
}

std::string LineWriter::When(const v1::Referral& referral) const {
  if (referral.urgency() == v1::URGENCY_U4) return context_.Text("document.now").text();
  if (ParseCivilDay(referral.due_date()) == context_.occasion.evaluation_date) {
    return context_.Text("document.today").text();
  }
  return absl::StrCat(context_.Text("document.by_day").text(), " ", Day(referral.due_date()));
}

// Without the reason: that stands in the conclusion.
void LineWriter::AddReferralsBriefly() {
  std::vector<Group> groups;
  for (const v1::Referral* referral : ByDueDate(assessment_.referrals())) {
    const std::string brief = absl::StrCat("referral.", referral->referral_id(), ".brief");
    AddTo(groups, When(*referral), context_.HasText(brief) ? context_.Text(brief).text() : referral->recipient().text(),
          referral->referral_id());
  }
  AddLines(groups, section_);
}

void LineWriter::AddMonitoringBriefly() {
  std::vector<Group> groups;
  for (const v1::MonitoringPrompt* prompt : ByDueDate(assessment_.monitoring_prompts())) {
    AddTo(groups, Day(prompt->due_date()),
          context_.Text(absl::StrCat("monitoring.", prompt->prompt_id(), ".brief")).text(), prompt->prompt_id());
  }
  AddLines(groups, section_);
}

void LineWriter::AddCodingsBriefly() {
  std::set<std::string> written;
  std::vector<Group> groups;
  for (const auto& finding : assessment_.findings()) {
    for (const auto& coding : finding.codings()) {
      const std::string system_id = absl::StrCat("system.", coding.system());
      const std::string system = context_.HasText(system_id) ? context_.Text(system_id).text() : coding.system();
      std::string text = absl::StrCat(coding.code(), " ", coding.display());
      if (written.insert(absl::StrCat(system, " ", text)).second) {
        AddTo(groups, system, std::move(text), finding.finding_id());
      }
    }
  }
  AddLines(groups, section_);
}

}  // namespace baken::decision_internal
