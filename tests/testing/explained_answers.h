// Answers as an explanation speaks of them: some of them only, or some of them otherwise.
#ifndef BAKEN_TESTS_TESTING_EXPLAINED_ANSWERS_H_
#define BAKEN_TESTS_TESTING_EXPLAINED_ANSWERS_H_

#include "baken/rules/v1/pack.pb.h"
#include "baken/v1/answers.pb.h"
#include "baken/v1/explanation.pb.h"

namespace baken {

using AnswerList = google::protobuf::RepeatedPtrField<v1::Answer>;

// The answers that `grounds` names; for a set that external codes fill, those codes too.
AnswerList OnlyGrounds(const rules::v1::PackFile& definition, const AnswerList& answers, const v1::Grounds& grounds);

// The answers with the changes made.
AnswerList WithChanges(const rules::v1::PackFile& definition, const AnswerList& answers, const v1::WhatIf& what_if);

}  // namespace baken

#endif  // BAKEN_TESTS_TESTING_EXPLAINED_ANSWERS_H_
