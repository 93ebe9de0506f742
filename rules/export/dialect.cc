#include "rules/export/dialect.h"

namespace baken::export_internal {
namespace {

std::vector<std::string> WriteAll(const Layout& layout, const Dialect& dialect, const std::vector<int>& terms) {
  std::vector<std::string> parts;
  for (int term : terms) parts.push_back(Write(layout, dialect, term));
  return parts;
}

std::string Supported(const Layout& layout, const Dialect& dialect, const std::vector<TermPair>& levels) {
  std::vector<std::string> conditions;
  for (const TermPair& level : levels) conditions.push_back(Write(layout, dialect, level.certain));
  return dialect.FirstOf(conditions);
}

// A level is attainable when it may hold and none before it certainly holds; the default when none certainly holds.
std::string Attainable(const Layout& layout, const Dialect& dialect, size_t finding, size_t level) {
  const std::vector<TermPair>& levels = layout.findings()[finding];
  const Place supported{static_cast<int>(layout.steps().size()), static_cast<int>(finding)};
  std::vector<std::string> parts;
  if (level > 0) parts.push_back(dialect.LevelFrom(supported, static_cast<int64_t>(level)));
  if (level < levels.size()) parts.push_back(Write(layout, dialect, levels[level].possible));
  if (parts.empty()) return dialect.Constant(true);
  return parts.size() == 1 ? parts.front() : dialect.All(parts);
}

}  // namespace

std::string Write(const Layout& layout, const Dialect& dialect, int term) {
  const Place& place = layout.place(term);
  return place.step < 0 ? WriteOut(layout, dialect, term) : dialect.Earlier(place);
}

std::string WriteOut(const Layout& layout, const Dialect& dialect, int number) {
  const Term& term = layout.terms()[number];
  auto name = [&](int64_t input) { return layout.inputs()[static_cast<size_t>(input)].name; };
  switch (term.kind) {
    case TermKind::kConstant:
      break;
    case TermKind::kInput:
      return dialect.Input(name(term.input));
    case TermKind::kCompare:
      return dialect.Compare(name(term.input), term.compare, term.number);
    case TermKind::kCompareInputs:
      return dialect.CompareInputs(name(term.input), term.compare, name(term.number));
    case TermKind::kNot:
      return dialect.Not(Write(layout, dialect, term.children.front()));
    case TermKind::kAll:
      return dialect.All(WriteAll(layout, dialect, term.children));
    case TermKind::kAny:
      return dialect.Any(WriteAll(layout, dialect, term.children));
    case TermKind::kAtLeast:
      return dialect.AtLeast(term.number, WriteAll(layout, dialect, term.children));
  }
  return dialect.Constant(term.number != 0);
}

std::vector<std::vector<std::string>> WriteSteps(const Layout& layout, const Dialect& dialect) {
  std::vector<std::vector<std::string>> steps;
  for (const std::vector<int>& step : layout.steps()) {
    steps.emplace_back();
    for (int term : step) steps.back().push_back(WriteOut(layout, dialect, term));
  }
  std::vector<std::string> supported;
  std::vector<std::string> attainable;
  for (size_t f = 0; f < layout.findings().size(); ++f) {
    supported.push_back(Supported(layout, dialect, layout.findings()[f]));
    for (size_t level = 0; level <= layout.findings()[f].size(); ++level) {
      attainable.push_back(Attainable(layout, dialect, f, level));
    }
  }
  steps.push_back(std::move(supported));
  steps.push_back(std::move(attainable));
  return steps;
}

const char* Sign(baken::Compare compare) {
  switch (compare) {
    case baken::Compare::kLess:
      return "<";
    case baken::Compare::kLessEqual:
      return "<=";
    case baken::Compare::kGreater:
      return ">";
    case baken::Compare::kGreaterEqual:
      return ">=";
    case baken::Compare::kEqual:
      return "==";
    case baken::Compare::kNotEqual:
      break;
  }
  return "!=";
}

}  // namespace baken::export_internal
