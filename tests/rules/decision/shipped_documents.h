// The documents of the shipped pack, made by the real renderer, and short forms of answers to it.
#ifndef BAKEN_TESTS_RULES_DECISION_SHIPPED_DOCUMENTS_H_
#define BAKEN_TESTS_RULES_DECISION_SHIPPED_DOCUMENTS_H_

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/rules/decision/decide.h"

namespace baken {

constexpr char kShippedPack[] = "rules/packs/cocaine-nl/1.0.0";

// Loaded once for all tests of a binary.
inline const LoadedPack& ShippedPack() {
  static const std::shared_ptr<const LoadedPack>* const pack =
      new std::shared_ptr<const LoadedPack>(LoadPackOfTree(kShippedPack));
  return **pack;
}

// The one document of the view, as a general practitioner gets it; empty when there is none.
inline v1::Document ShippedDocument(const std::string& view, const std::string& answers) {
  const v1::Assessment assessment =
      DecideOk(ShippedPack(), absl::StrCat("view: '", view, "' locale: 'nl' ", answers), "huisarts");
  return assessment.documents().empty() ? v1::Document() : assessment.documents(0);
}

// The ids of a section's lines, in order, those of every element that a line is about; empty without the section.
inline std::vector<std::string> ElementsOf(const v1::Document& document, const std::string& section) {
  std::vector<std::string> ids;
  for (const auto& each : document.sections()) {
    if (each.section_id() != section) continue;
    for (const auto& line : each.lines()) ids.insert(ids.end(), line.element_ids().begin(), line.element_ids().end());
  }
  return ids;
}

// The text of the line of a section that is about the element; empty without one.
inline std::string LineAbout(const v1::Document& document, const std::string& section, const std::string& element) {
  for (const auto& each : document.sections()) {
    for (const auto& line : each.lines()) {
      if (each.section_id() == section && line.element_ids(0) == element) return line.text();
    }
  }
  return "";
}

inline std::string Is(const std::string& fact, const std::string& code) {
  return absl::StrCat("answers { fact_id: '", fact, "' value { code: '", code, "' } } ");
}
inline std::string Has(const std::string& fact, const std::string& code) {
  return absl::StrCat("answers { fact_id: '", fact, "' value { code_set { codes: '", code,
                      "' completeness: COMPLETENESS_COMPLETE } } } ");
}
inline std::string Counts(const std::string& fact, int number) {
  return absl::StrCat("answers { fact_id: '", fact, "' value { integer: ", number, " } } ");
}
inline std::string Declined(const std::string& fact) {
  return absl::StrCat("answers { fact_id: '", fact, "' declined {} } ");
}
// Snorts: current use, in scope.
inline std::string Uses() { return Has("route", "nasal"); }

}  // namespace baken

#endif  // BAKEN_TESTS_RULES_DECISION_SHIPPED_DOCUMENTS_H_
