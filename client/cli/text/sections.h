// The sections of a printed answer, in the order in which a reader needs them. Each writes nothing when it has
// nothing to say. Internal to this folder; the whole is assessment_text.h.
#ifndef BAKEN_CLIENT_CLI_TEXT_SECTIONS_H_
#define BAKEN_CLIENT_CLI_TEXT_SECTIONS_H_

#include <set>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "baken/v1/assessment.pb.h"
#include "baken/v1/delivery.pb.h"
#include "client/cli/text/labels.h"
#include "client/cli/text/page.h"

namespace baken::cli_internal {

// What was told of a fact and stands above already; from then on its name is enough.
using Said = std::set<std::string>;

// urgency_section.cc: how soon, what may still raise it; for too little known, what that is.
void WriteUrgency(const v1::Assessment& assessment, const Labels& labels, Page& page);
// What the marks mean, and the findings that carry the urgency, with the facts read.
void WriteWhy(const v1::Assessment& assessment, const Labels& labels, Said& said, Page& page);

// findings_section.cc: what is there or possible, apart from what WriteWhy has said.
void WriteFlags(const v1::Assessment& assessment, const Labels& labels, Said& said, Page& page);
void WriteSubgroups(const v1::Assessment& assessment, const Labels& labels, Said& said, Page& page);
void WriteDescriptive(const v1::Assessment& assessment, const Labels& labels, Said& said, Page& page);

// actions_section.cc
void WriteReferrals(const v1::Assessment& assessment, const Labels& labels, Page& page);
void WriteMonitoring(const v1::Assessment& assessment, const Labels& labels, Page& page);

// advice_section.cc
void WriteAdvice(const v1::Assessment& assessment, const Labels& labels, v1::Audience audience, Page& page);

// questions_section.cc
void WriteQuestions(const v1::Assessment& assessment, const Labels& labels, Page& page);

// documents_section.cc
// A page for someone else: the view took away everything else, scope and urgency too.
bool IsPageAlone(const v1::Assessment& assessment);
// Nothing to print but documents and how urgent it is. Decides on layout alone: nothing is left out for it.
bool HoldsDocumentsOnly(const v1::Assessment& assessment);
void WriteDocuments(const v1::Assessment& assessment, Page& page);
void WriteProfiles(const v1::Assessment& assessment, const Labels& labels, Page& page);

// footing_section.cc: what the answer rests on.
void WriteContradictions(const v1::Assessment& assessment, const Labels& labels, Page& page);
void WriteCaveats(const v1::Assessment& assessment, const Labels& labels, Page& page);
void WriteSources(const v1::Assessment& assessment, const Labels& labels, Page& page);
void WriteFooter(const v1::Assessment& assessment, const v1::Delivery& delivery, const Labels& labels, Page& page);

// finding_text.cc: pieces that several sections share.
// ` *` for what rests on a choice of the pack's makers, else nothing. The legend of WriteWhy says so, once.
std::string ChoiceMark(const v1::Basis& basis);
// `9 december 2026` for 2026-12-09; what is no date as it stands.
std::string DayText(const std::string& date, const Labels& labels);
// `U4` for URGENCY_U4.
std::string UrgencyName(v1::Urgency urgency);
// True for a level that says something is there or may be there.
bool IsRaised(const v1::FindingResult& finding);
// True when the finding carries the urgency of the answer, and is then told in WriteWhy.
bool CarriesUrgency(const v1::Assessment& assessment, const v1::FindingResult& finding);
// One finding: title, statement and marks, and behind an arrow the facts that led to it.
void WriteFinding(const v1::FindingResult& finding, const Labels& labels, Said& said, Page& page);
// `label: value; label: value (derived)`; of what was said already the label alone.
std::string ReadingsText(const v1::Reason& reason, const Labels& labels, Said& said);
// The questions for these facts, or names of declined ones, as far as the answer has them; `shown_max` of them, then
// "and N more". Empty when it has none.
std::string QuestionList(const v1::Assessment& assessment, const std::vector<std::string>& fact_ids, size_t shown_max,
                         const Labels& labels);

}  // namespace baken::cli_internal

#endif  // BAKEN_CLIENT_CLI_TEXT_SECTIONS_H_
