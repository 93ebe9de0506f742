// The words of the generator itself, in Dutch and English: headings and what joins the parts of a condition. Nothing
// clinical: that comes from the pack's texts.
#ifndef BAKEN_RULES_DOCS_WORDS_H_
#define BAKEN_RULES_DOCS_WORDS_H_

#include "absl/strings/string_view.h"

namespace baken::docs_internal {

// One language. `$0` and `$1` stand for what is filled in.
struct Words {
  // The frame of a page.
  absl::string_view skip;
  absl::string_view parts_of_docs;
  absl::string_view awaiting;
  absl::string_view version;
  absl::string_view digest;
  absl::string_view made_for;
  // Titles of pages.
  absl::string_view overview;
  absl::string_view findings;
  absl::string_view criteria;
  absl::string_view facts;
  absl::string_view instruments;
  absl::string_view referrals;
  absl::string_view monitoring;
  absl::string_view advice;
  absl::string_view documents;
  absl::string_view profiles;
  absl::string_view choices;
  absl::string_view coverage;
  absl::string_view questions;
  absl::string_view cases;
  absl::string_view sources;
  // What the pages are, one sentence each.
  absl::string_view overview_intro;
  absl::string_view criteria_intro;
  absl::string_view choices_intro;
  absl::string_view cases_intro;
  absl::string_view levels_intro;
  absl::string_view coverage_intro;
  absl::string_view profiles_intro;
  // Conditions.
  absl::string_view all_of;
  absl::string_view any_of;
  absl::string_view none_of;
  absl::string_view at_least_of;
  absl::string_view at_most_of;
  absl::string_view more_than_of;
  absl::string_view fewer_than_of;
  absl::string_view exactly_of;
  absl::string_view not_exactly_of;
  absl::string_view or_more;
  absl::string_view or_less;
  absl::string_view more_than;
  absl::string_view less_than;
  absl::string_view from_to;
  absl::string_view outside;
  absl::string_view not_value;
  absl::string_view among;
  absl::string_view not_among;
  absl::string_view some_of;
  absl::string_view listed_in;
  absl::string_view not_listed_in;
  absl::string_view or_word;
  absl::string_view not_word;
  absl::string_view yes;
  absl::string_view no;
  absl::string_view none;
  absl::string_view always;
  absl::string_view never;
  absl::string_view positive;
  absl::string_view not_positive;
  absl::string_view negative;
  absl::string_view not_negative;
  absl::string_view contradictory;
  absl::string_view not_contradictory;
  absl::string_view all_answers;
  absl::string_view requester;
  absl::string_view days_ago;
  absl::string_view adjustable;
  absl::string_view fixed;
  // Findings.
  absl::string_view when;
  absl::string_view result;
  absl::string_view condition;
  absl::string_view urgency;
  absl::string_view otherwise;
  absl::string_view in_brief;
  absl::string_view terms;
  absl::string_view boundaries;
  absl::string_view reads;
  absl::string_view follows;
  absl::string_view nothing_follows;
  absl::string_view grounds;
  absl::string_view pinned_by;
  absl::string_view no_cases;
  absl::string_view house_choice;
  absl::string_view note;
  absl::string_view owner;
  absl::string_view review;
  absl::string_view seen_by;
  absl::string_view category;
  absl::string_view category_scope;
  absl::string_view category_acute;
  absl::string_view category_somatic;
  absl::string_view category_comorbidity;
  absl::string_view category_use;
  absl::string_view category_combination;
  absl::string_view category_social;
  absl::string_view category_work;
  absl::string_view category_subgroup;
  absl::string_view category_descriptive;
  absl::string_view codes;
  absl::string_view present;
  absl::string_view possible;
  absl::string_view against;
  absl::string_view nothing_known;
  absl::string_view not_assessed;
  absl::string_view present_or_possible;
  absl::string_view says_something;
  // Facts and instruments.
  absl::string_view question;
  absl::string_view answers;
  absl::string_view help;
  absl::string_view danger;
  absl::string_view derived;
  absl::string_view whole_or_step;
  absl::string_view several_possible;
  absl::string_view none_code;
  absl::string_view other_units;
  absl::string_view implications;
  absl::string_view impossible;
  absl::string_view then;
  absl::string_view skip_rule;
  absl::string_view families;
  absl::string_view items;
  absl::string_view total;
  absl::string_view score_range;
  absl::string_view bands;
  absl::string_view part_of;
  absl::string_view licence;
  absl::string_view points;
  // Actions.
  absl::string_view due;
  absl::string_view due_bounds;
  absl::string_view due_times;
  absl::string_view same_day;
  absl::string_view repeat;
  absl::string_view may_send;
  absl::string_view send_along;
  absl::string_view meanwhile;
  absl::string_view contact;
  absl::string_view checked;
  absl::string_view replaces;
  absl::string_view until;
  absl::string_view by_whom;
  absl::string_view caveats;
  absl::string_view unknown_to_pack;
  absl::string_view for_clinician;
  absl::string_view for_person;
  absl::string_view for_organisation;
  absl::string_view text;
  absl::string_view hours;
  absl::string_view day;
  absl::string_view days;
  absl::string_view week;
  absl::string_view weeks;
  absl::string_view month;
  absl::string_view months;
  absl::string_view year;
  absl::string_view years;
  // Review.
  absl::string_view element;
  absl::string_view value;
  absl::string_view bounds;
  absl::string_view parameters;
  absl::string_view id;
  absl::string_view role;
  absl::string_view expected;
  absl::string_view attainable;
  absl::string_view answered;
  absl::string_view established;
  absl::string_view declined;
  absl::string_view flags;
  absl::string_view no_other_flags;
  absl::string_view citation;
  absl::string_view topic;
  absl::string_view carried_by;
  absl::string_view background;
  absl::string_view not_implemented;
  // Documents and profiles.
  absl::string_view discreet;
  absl::string_view if_not_asked;
  absl::string_view never_given;
  absl::string_view open_facts;
  absl::string_view nothing_asked;
  absl::string_view contradictions;
  absl::string_view views;
};

// Words for a locale of a pack; English where there are none.
const Words& WordsFor(absl::string_view locale);

}  // namespace baken::docs_internal

#endif  // BAKEN_RULES_DOCS_WORDS_H_
