// What a document is made of tells who may read it.
#ifndef BAKEN_RULES_PACK_DOCUMENT_KINDS_H_
#define BAKEN_RULES_PACK_DOCUMENT_KINDS_H_

#include <initializer_list>

#include "baken/rules/v1/document.pb.h"

namespace baken {

// The section holds fixed sentences, advice for these audiences at most, and nothing else.
bool HoldsOnly(const rules::v1::DocumentSection& section, std::initializer_list<v1::Audience> advice);

// Each section does.
bool HoldsOnly(const rules::v1::Document& document, std::initializer_list<v1::Audience> advice);

// To be given to someone who is not the professional: the person, or an organisation. No fact, score, finding, referral
// or advice for the professional stands in it.
bool IsHandedOn(const rules::v1::Document& document);

// Handed on, and to the person.
bool IsForPerson(const rules::v1::Document& document);

}  // namespace baken

#endif  // BAKEN_RULES_PACK_DOCUMENT_KINDS_H_
