// What a reviewer asks of numbers and of how soon: has each number a source, and is no referral more urgent than the
// answer that it stands in.
#ifndef BAKEN_RULES_REVIEW_GROUNDS_H_
#define BAKEN_RULES_REVIEW_GROUNDS_H_

#include <vector>

#include "rules/pack/diagnostic.h"
#include "rules/pack/loaded_pack.h"

namespace baken {

// Conditions with a number where neither the element nor one around it says on what authority: no reference and no
// house_rule. Parameters need a basis to load.
std::vector<Diagnostic> FindNumbersWithoutSource(const LoadedPack& pack);

// Referrals that may be given in an answer less urgent than they are. In every answer in which a referral is given, one
// of `any_of` and each of `all_of` holds; so the answer is at least as urgent as the least urgent level of that one,
// and as the least urgent level of each of these.
std::vector<Diagnostic> FindOverUrgentReferrals(const LoadedPack& pack);

}  // namespace baken

#endif  // BAKEN_RULES_REVIEW_GROUNDS_H_
