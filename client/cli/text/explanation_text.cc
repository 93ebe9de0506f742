#include "client/cli/text/explanation_text.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "client/cli/text/sections.h"

namespace baken {
namespace {

using cli_internal::UrgencyName;

constexpr int kOpenShownMax = 8;
constexpr int kBriefMax = 2;

// The command's own words; everything clinical stands in the explanation.
struct Words {
  absl::string_view refused;
  absl::string_view decided;
  absl::string_view open;
  absl::string_view why;
  absl::string_view why_without;
  absl::string_view why_default;
  absl::string_view why_not;
  absl::string_view not_open;
  absl::string_view what_if;
  absl::string_view no_what_if;
  absl::string_view to_come;
  absl::string_view urgency;
  absl::string_view referrals;
  absl::string_view added;
  absl::string_view removed;
  absl::string_view unknown;
  absl::string_view and_between;
  absl::string_view differences;
  absl::string_view same;
  absl::string_view cut_off;
  absl::string_view more;
  absl::string_view footer;
};

constexpr Words kDutch = {
    .refused = "Over een persoon wordt aan deze vrager niets gezegd; er is niets uit te leggen.",
    .decided = "staat vast",
    .open = "kan nog veranderen",
    .why = "Waarom (elke regel hieronder is op zichzelf genoeg)",
    .why_without = "geldt zonder dat er iets voor nodig is",
    .why_default = "Niets wat bekend is, wijst op iets anders.",
    .why_not = "Waarom niet: $0",
    .not_open = "Nog niet uitgesloten; hangt af van $0 vragen die nog open zijn.",
    .what_if = "Wat het zou veranderen",
    .no_what_if = "Geen kleine verandering van één of twee antwoorden maakt verschil.",
    .to_come = "Wat antwoorden die nog komen, kunnen doen",
    .urgency = "Spoed",
    .referrals = "Verwijzing",
    .added = "erbij: $0",
    .removed = "vervalt: $0",
    .unknown = "niet bekend",
    .and_between = " en ",
    .differences = "Verschil met $0",
    .same = "Geen verschil.",
    .cut_off = "Het zoeken is afgebroken: er kan meer zijn dan hier staat.",
    .more = "… en nog $0",
    .footer = "Regelpakket $0 $1, peildatum $2.",
};

constexpr Words kEnglish = {
    .refused = "This requester is told nothing about a person; there is nothing to explain.",
    .decided = "settled",
    .open = "can still change",
    .why = "Why (each line below is enough by itself)",
    .why_without = "holds without needing anything",
    .why_default = "Nothing known points to anything else.",
    .why_not = "Why not: $0",
    .not_open = "Not ruled out yet; depends on $0 questions that are still open.",
    .what_if = "What would change it",
    .no_what_if = "No small change of one or two answers makes a difference.",
    .to_come = "What answers still to come can do",
    .urgency = "Urgency",
    .referrals = "Referral",
    .added = "comes: $0",
    .removed = "goes: $0",
    .unknown = "not known",
    .and_between = " and ",
    .differences = "Difference from $0",
    .same = "No difference.",
    .cut_off = "The search was cut off: there may be more than is shown.",
    .more = "… and $0 more",
    .footer = "Rule pack $0 $1, evaluated for $2.",
};

class Writer {
 public:
  Writer(const v1::Explanation& explanation, ExplanationDetail detail, Page& page)
      : explanation_(explanation),
        words_(explanation.locale() == "nl" ? kDutch : kEnglish),
        full_(detail == ExplanationDetail::kFull),
        page_(page) {}

  void Write() {
    if (explanation_.outcome() == v1::OUTCOME_REFUSED) return page_.Line(words_.refused, 0, Style::kStrong);
    WriteUrgency();
    for (const v1::FindingExplanation& finding : explanation_.findings()) WriteFinding(finding);
    if (!explanation_.referral_what_if().empty()) {
      page_.Heading(words_.referrals);
      WriteWhatIfs(words_.what_if, explanation_.referral_what_if(), explanation_.referral_what_if_size(),
                   [this](const v1::Effect& effect) { return ReferralLines(effect); });
    }
    if (explanation_.has_comparison()) WriteComparison(explanation_.comparison());
    if (!explanation_.exhaustive()) page_.Line(words_.cut_off, 0, Style::kFaint);
    page_.Blank();
    page_.Line(absl::Substitute(words_.footer, explanation_.pack().pack_id(), explanation_.pack().version(),
                                explanation_.evaluation_date()),
               0, Style::kFaint);
  }

 private:
  void WriteUrgency() {
    const v1::UrgencyExplanation& urgency = explanation_.urgency();
    const bool settled = urgency.supported() == urgency.attainable();
    page_.Heading(absl::StrCat(words_.urgency, " ", UrgencyName(urgency.supported()), " (",
                               settled ? words_.decided : words_.open, ")"));
    page_.Line(urgency.statement().text(), 2);
    const auto lines = [this](const v1::Effect& effect) { return UrgencyLines(effect); };
    WriteWhatIfs(words_.what_if, urgency.what_if(), urgency.what_if_size(), lines);
    WriteWhatIfs(words_.to_come, urgency.open(), kOpenShownMax, lines);
  }

  void WriteFinding(const v1::FindingExplanation& finding) {
    page_.Heading(absl::StrCat(finding.title().text(), " (", finding.decided() ? words_.decided : words_.open, ")"));
    page_.Line(finding.supported().statement().text(), 2);
    page_.Line(finding.why().empty() ? words_.why_default : words_.why, 2, Style::kStrong);
    for (const v1::Grounds& grounds : finding.why()) page_.Item("• ", GroundsText(grounds), 4);
    const auto lines = [this, &finding](const v1::Effect& effect) {
      std::vector<std::string> told = LevelLines(effect, finding.finding_id());
      for (std::string& line : UrgencyLines(effect)) told.push_back(std::move(line));
      return told;
    };
    for (const v1::LevelObstacle& obstacle : finding.why_not()) {
      if (full_) WriteObstacle(obstacle);
    }
    if (full_ && finding.what_if().empty()) page_.Line(words_.no_what_if, 2, Style::kFaint);
    WriteWhatIfs(words_.what_if, finding.what_if(), full_ ? finding.what_if_size() : kBriefMax, lines);
    if (full_) WriteWhatIfs(words_.to_come, finding.open(), kOpenShownMax, lines);
  }

  void WriteObstacle(const v1::LevelObstacle& obstacle) {
    page_.Line(absl::Substitute(words_.why_not, obstacle.level().statement().text()), 2, Style::kStrong);
    if (obstacle.open()) page_.Line(absl::Substitute(words_.not_open, obstacle.missing_fact_ids_size()), 4);
    for (const v1::Grounds& grounds : obstacle.grounds()) page_.Item("• ", GroundsText(grounds), 4);
  }

  // `lines` picks from an effect what is told here.
  template <typename List, typename Lines>
  void WriteWhatIfs(absl::string_view heading, const List& what_ifs, int shown_max, const Lines& lines) {
    if (what_ifs.empty()) return;
    page_.Line(heading, 2, Style::kStrong);
    for (int i = 0; i < what_ifs.size() && i < shown_max; ++i) {
      page_.Item("• ", absl::StrCat(ChangesText(what_ifs[i]), " → ", absl::StrJoin(lines(what_ifs[i].effect()), "; ")),
                 4);
    }
    if (what_ifs.size() > shown_max) {
      page_.Line(absl::Substitute(words_.more, what_ifs.size() - shown_max), 4, Style::kFaint);
    }
  }

  std::string GroundsText(const v1::Grounds& grounds) const {
    if (grounds.readings().empty()) return std::string(words_.why_without);
    return absl::StrJoin(grounds.readings(), "; ", [](std::string* out, const v1::FactReading& reading) {
      absl::StrAppend(out, reading.label().text(), ": ", reading.value_text());
    });
  }

  std::string ChangeText(const v1::AnswerChange& change) const {
    const std::string& label = (change.has_to() ? change.to() : change.from()).label().text();
    if (!change.has_from()) return absl::StrCat(label, ": ", change.to().value_text());
    return absl::StrCat(label, ": ", change.from().value_text(), " ⇒ ",
                        change.has_to() ? change.to().value_text() : std::string(words_.unknown));
  }

  std::string ChangesText(const v1::WhatIf& what_if) const {
    return absl::StrJoin(what_if.changes(), words_.and_between,
                         [this](std::string* out, const v1::AnswerChange& change) { out->append(ChangeText(change)); });
  }

  std::vector<std::string> UrgencyLines(const v1::Effect& effect) const {
    std::vector<std::string> lines;
    if (effect.urgency_from() != effect.urgency_to()) {
      lines.push_back(absl::StrCat(words_.urgency, " ", UrgencyName(effect.urgency_from()), " ⇒ ",
                                   UrgencyName(effect.urgency_to())));
    }
    return lines;
  }

  std::vector<std::string> ReferralLines(const v1::Effect& effect) const {
    std::vector<std::string> lines;
    for (const v1::ReferralName& referral : effect.referrals_added()) {
      lines.push_back(absl::StrCat(words_.referrals, " ", absl::Substitute(words_.added, referral.recipient().text())));
    }
    for (const v1::ReferralName& referral : effect.referrals_removed()) {
      lines.push_back(
          absl::StrCat(words_.referrals, " ", absl::Substitute(words_.removed, referral.recipient().text())));
    }
    return lines;
  }

  // Of one finding; of all that are assessed for an empty id.
  std::vector<std::string> LevelLines(const v1::Effect& effect, const std::string& finding_id) const {
    std::vector<std::string> lines;
    for (const v1::LevelChange& level : effect.levels()) {
      if (!finding_id.empty() && level.finding_id() != finding_id) continue;
      if (finding_id.empty() && level.to().kind() == v1::LEVEL_KIND_NOT_ASSESSED) continue;
      const absl::string_view to = level.has_to() ? level.to().statement().text() : words_.unknown;
      lines.push_back(absl::StrCat(level.title().text(), ": ", to));
    }
    return lines;
  }

  // Urgency first, then referrals, then levels.
  std::vector<std::string> EffectLines(const v1::Effect& effect) const {
    std::vector<std::string> lines = UrgencyLines(effect);
    for (std::string& line : ReferralLines(effect)) lines.push_back(std::move(line));
    for (std::string& line : LevelLines(effect, "")) lines.push_back(std::move(line));
    return lines;
  }

  void WriteComparison(const v1::Comparison& comparison) {
    page_.Heading(absl::Substitute(
        words_.differences, absl::StrCat(comparison.evaluation_date_before(), ", ", comparison.pack_before().pack_id(),
                                         " ", comparison.pack_before().version())));
    for (const v1::AnswerChange& change : comparison.answers()) {
      const std::string from = change.has_from() ? "" : absl::StrCat(" (", words_.unknown, ")");
      page_.Item("• ", absl::StrCat(ChangeText(change), from), 2, Style::kFaint);
    }
    const std::vector<std::string> lines = EffectLines(comparison.effect());
    if (lines.empty()) page_.Line(words_.same, 2);
    for (const std::string& line : lines) page_.Item("→ ", line, 2);
  }

  const v1::Explanation& explanation_;
  const Words& words_;
  const bool full_;
  Page& page_;
};

}  // namespace

std::string ExplanationText(const v1::Explanation& explanation, absl::string_view title, ExplanationDetail detail,
                            const PageOptions& options) {
  Page page(options);
  if (!title.empty()) page.Title(title);
  Writer(explanation, detail, page).Write();
  return page.text();
}

}  // namespace baken
