#include "tests/testing/oracle_scores.h"

#include <algorithm>
#include <optional>

#include "rules/base/check.h"

namespace baken::oracle {
namespace {

const int64_t kOne = Millionths("1");

struct Span {
  int64_t low = 0;
  int64_t high = 0;
  bool operator==(const Span&) const = default;
};

Span Plus(Span a, Span b) { return {a.low + b.low, a.high + b.high}; }

class ScoreComputer {
 public:
  ScoreComputer(const Pack& pack, Knowledge& knowledge) : pack_(pack), knowledge_(knowledge) {}

  std::set<std::string> Run() {
    knowledge_.given_scales.clear();
    knowledge_.bounded_scales.clear();
    for (const auto& scale : pack_.definition().scales()) {
      if (pack_.Parts(scale.id()).empty()) Resolve(scale);
    }
    for (const auto& scale : pack_.definition().scales()) {
      if (!pack_.Parts(scale.id()).empty()) Resolve(scale);
    }
    for (const auto& scale : pack_.definition().scales()) BoundParts(scale);
    return outside_;
  }

 private:
  const State& state(const std::string& name) const { return knowledge_.states.at(name); }

  Span PointsUnder(const rules::v1::ScaleItem& item, const Reading& reading) const {
    std::optional<Span> span;
    auto add = [&](int64_t points) {
      if (!span.has_value()) span = Span{points, points};
      span->low = std::min(span->low, points);
      span->high = std::max(span->high, points);
    };
    const Name& name = pack_.name(item.fact());
    if (name.kind == Kind::kOneOf) {
      for (const std::string& code : reading.may) add(PointsOf(pack_, item, 0, code));
    } else {
      const int64_t step = name.kind == Kind::kBoolean ? 1 : kOne;
      for (int64_t n = reading.low; n <= reading.high; n += step) add(PointsOf(pack_, item, n, ""));
    }
    return *span;
  }

  // What the items add up to: once with every contradictory item or part read as low as it can be, once as high.
  std::vector<Span> ItemSpans(const rules::v1::Scale& scale) const {
    if (scale.items().empty()) return {{scale.minimum() * kOne, scale.maximum() * kOne}};
    Span lowest;
    Span highest;
    auto add = [&](const std::vector<Span>& readings) {
      auto lower = [](Span a, Span b) { return a.low < b.low; };
      auto higher = [](Span a, Span b) { return a.high < b.high; };
      lowest = Plus(lowest, *std::min_element(readings.begin(), readings.end(), lower));
      highest = Plus(highest, *std::max_element(readings.begin(), readings.end(), higher));
    };
    std::set<std::string> in_part;
    for (const rules::v1::Scale* part : pack_.Parts(scale.id())) {
      for (const auto& item : part->items()) in_part.insert(item.fact());
      std::vector<Span> spans;
      for (const Reading& reading : state(part->id()).readings) spans.push_back({reading.low, reading.high});
      add(spans);
    }
    for (const auto& item : scale.items()) {
      if (in_part.count(item.fact()) > 0) continue;
      std::vector<Span> spans;
      for (const Reading& reading : state(item.fact()).readings) spans.push_back(PointsUnder(item, reading));
      add(spans);
    }
    return {lowest, highest};
  }

  // Its items, or parts that stand for some of them.
  bool ItemsContradictory(const rules::v1::Scale& scale) const {
    const std::vector<const rules::v1::Scale*> parts = pack_.Parts(scale.id());
    return std::any_of(scale.items().begin(), scale.items().end(),
                       [&](const auto& item) { return state(item.fact()).readings.size() > 1; }) ||
           std::any_of(parts.begin(), parts.end(),
                       [&](const rules::v1::Scale* part) { return state(part->id()).readings.size() > 1; });
  }

  bool Answered(const std::string& fact) const { return state(fact).presence == Presence::kAnswered; }

  void Resolve(const rules::v1::Scale& scale) {
    const std::vector<Span> items = ItemSpans(scale);
    State& total = knowledge_.states.at(scale.total_fact());
    State score;
    bool outside = false;
    if (!total.missing()) {
      for (const Reading& reading : total.readings) {
        outside = outside || std::none_of(items.begin(), items.end(), [&](Span span) {
                    return span.low <= reading.low && reading.low <= span.high;
                  });
        AddReading(score, {reading.low, reading.high});
      }
    }
    score.contradictory = outside || ItemsContradictory(scale) || total.readings.size() > 1;
    if (total.missing() || outside || ItemsContradictory(scale)) {
      for (Span span : items) AddReading(score, span);
    }
    if (outside) {
      outside_.insert(scale.id());
      total.contradictory = true;
    }
    bool given = Answered(scale.total_fact()) || std::any_of(scale.items().begin(), scale.items().end(),
                                                             [&](const auto& item) { return Answered(item.fact()); });
    if (given) {
      knowledge_.given_scales.insert(scale.id());
      score.presence = Presence::kAnswered;
    }
    knowledge_.states[scale.id()] = score;
  }

  static void AddReading(State& score, Span span) {
    Reading reading;
    reading.low = span.low;
    reading.high = span.high;
    if (std::find(score.readings.begin(), score.readings.end(), reading) == score.readings.end()) {
      score.readings.push_back(reading);
    }
  }

  // A known total of the whole, that nothing contradicts, bounds each part: part = total - the rest.
  void BoundParts(const rules::v1::Scale& whole) {
    const std::vector<const rules::v1::Scale*> parts = pack_.Parts(whole.id());
    const State& total = state(whole.total_fact());
    if (parts.empty() || total.missing() || state(whole.id()).contradictory) return;
    std::map<std::string, State> bounded;
    for (const rules::v1::Scale* part : parts) {
      Span rest = Rest(whole, *part);
      State score = state(part->id());
      for (Reading& reading : score.readings) {
        int64_t low = std::max(reading.low, total.readings[0].low - rest.high);
        int64_t high = std::min(reading.high, total.readings[0].high - rest.low);
        if (low > high) continue;
        reading.low = low;
        reading.high = high;
      }
      bounded[part->id()] = score;
      if (Answered(whole.total_fact())) knowledge_.bounded_scales.insert(part->id());
    }
    for (const auto& [id, score] : bounded) knowledge_.states[id] = score;
  }

  // What the items of `whole` outside `part` can add up to, other parts as a whole among them.
  Span Rest(const rules::v1::Scale& whole, const rules::v1::Scale& part) const {
    std::set<std::string> counted;
    for (const auto& item : part.items()) counted.insert(item.fact());
    Span rest{0, 0};
    for (const rules::v1::Scale* other : pack_.Parts(whole.id())) {
      if (other->id() == part.id()) continue;
      for (const auto& item : other->items()) counted.insert(item.fact());
      Span hull{std::numeric_limits<int64_t>::max(), std::numeric_limits<int64_t>::min()};
      for (const Reading& reading : state(other->id()).readings) {
        hull = {std::min(hull.low, reading.low), std::max(hull.high, reading.high)};
      }
      rest = Plus(rest, hull);
    }
    for (const auto& item : whole.items()) {
      if (counted.count(item.fact()) == 0) rest = Plus(rest, PointsUnder(item, state(item.fact()).readings[0]));
    }
    return rest;
  }

  const Pack& pack_;
  Knowledge& knowledge_;
  std::set<std::string> outside_;
};

}  // namespace

int64_t PointsOf(const Pack& pack, const rules::v1::ScaleItem& item, int64_t number, const std::string& code) {
  const Kind kind = pack.name(item.fact()).kind;
  std::string answer = code;
  if (kind == Kind::kBoolean) answer = number == 1 ? "true" : "false";
  if (kind == Kind::kNumber) answer = std::to_string(number / kOne);
  for (const auto& points : item.points()) {
    if (points.answer() == answer) return points.points() * kOne;
  }
  BAKEN_CHECK(item.points().empty() && kind != Kind::kOneOf);
  return kind == Kind::kBoolean ? number * kOne : number;
}

std::set<std::string> ComputeScores(const Pack& pack, Knowledge& knowledge) {
  return ScoreComputer(pack, knowledge).Run();
}

}  // namespace baken::oracle
