// The command's own words, in Dutch and English: names of sections and small connecting words. Everything clinical
// comes from the pack's texts inside the answer; nothing of that kind belongs here.
#ifndef BAKEN_CLIENT_CLI_TEXT_LABELS_H_
#define BAKEN_CLIENT_CLI_TEXT_LABELS_H_

#include <array>

#include "absl/strings/string_view.h"

namespace baken {

// One language. `$0` and `$1` stand for what is filled in.
struct Labels {
  // Urgency.
  absl::string_view urgency;
  absl::string_view urgency_open;
  absl::string_view urgency_unknown;
  absl::string_view urgency_can_rise;
  absl::string_view ask_first;
  absl::string_view and_more;
  absl::string_view declined_question;
  absl::string_view not_known;
  absl::string_view not_ruled_out;
  absl::string_view why;
  // Findings.
  absl::string_view grounds;
  absl::string_view implied;
  absl::string_view contradictory;
  absl::string_view legend;  // What the marks say; the marks themselves are in finding_text.cc.
  absl::string_view flags;
  absl::string_view subgroups;
  absl::string_view descriptive;
  // Referrals and monitoring.
  absl::string_view referrals;
  absl::string_view due;
  absl::string_view send_along;
  absl::string_view meanwhile;
  absl::string_view contact;
  absl::string_view contact_checked;
  absl::string_view not_by_this_role;
  absl::string_view monitoring;
  absl::string_view monitoring_by;  // $0 who follows most of it
  absl::string_view repeat;
  absl::string_view day;
  absl::string_view days;
  absl::string_view week;
  absl::string_view weeks;
  absl::string_view month;
  absl::string_view months;
  absl::string_view year;
  absl::string_view years;
  std::array<absl::string_view, 12> month_names;
  // Advice and what to ask.
  absl::string_view advice_clinician;
  absl::string_view advice_person;
  absl::string_view advice_organisation;
  absl::string_view to_ask;
  absl::string_view raises_urgency;
  absl::string_view more_groups;
  // Profiles.
  absl::string_view feature_matched;
  absl::string_view feature_not_matched;
  absl::string_view feature_unknown;
  // What it rests on.
  absl::string_view contradictions;
  absl::string_view discrepancies;
  absl::string_view above_cutoff;
  absl::string_view below_cutoff;
  absl::string_view facts;
  absl::string_view caveats;
  absl::string_view declined;
  absl::string_view unknown_fields;
  absl::string_view sources;
  absl::string_view house_rule;
  absl::string_view footer;
  absl::string_view site_profile;  // $0 its name
  absl::string_view unsigned_pack;
  absl::string_view no_medical_device;
};

// The labels for an answer in `locale`: Dutch for `nl` and `nl-…`, English for every other.
const Labels& LabelsFor(absl::string_view locale);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_TEXT_LABELS_H_
