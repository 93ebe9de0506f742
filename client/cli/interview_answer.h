// What a person types in answer to one question.
#ifndef BAKEN_CLIENT_CLI_INTERVIEW_ANSWER_H_
#define BAKEN_CLIENT_CLI_INTERVIEW_ANSWER_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "baken/v1/answers.pb.h"
#include "baken/v1/pack_description.pb.h"

namespace baken {

// Reads `text` as the value of `fact`; nullopt when it is none. Yes/no: `j`, `ja`, `y`, `yes`, `n`, `nee`, `no`.
// Numbers in the fact's own unit, with a decimal point or comma, within its bounds and on its step. Codes by their
// number in the list, from 1, or by name; sets several of these, separated by commas or blanks, and then complete; the
// code for "none" stands alone.
std::optional<v1::FactValue> ReadInterviewAnswer(const v1::FactDescription& fact, absl::string_view text);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_INTERVIEW_ANSWER_H_
