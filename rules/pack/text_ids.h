// Which texts a pack needs: the convention of rules/README.md, in one place.
#ifndef BAKEN_RULES_PACK_TEXT_IDS_H_
#define BAKEN_RULES_PACK_TEXT_IDS_H_

#include <string>
#include <vector>

#include "baken/rules/v1/pack.pb.h"
#include "rules/engine/plan_error.h"

namespace baken {

// A text that belongs to an element.
struct TextNeed {
  std::string id;
  ElementPath path;  // Of the element.
  bool optional = false;
};

// All texts the pack may have, in pack order.
std::vector<TextNeed> ListTexts(const rules::v1::PackFile& pack);

// Of all texts, the short words of what brief documents hold (brief_texts.cc); nothing for a pack without one.
std::vector<TextNeed> ListBriefTexts(const rules::v1::PackFile& pack);

// Those of them that belong to discreet documents.
std::vector<std::string> ListDiscreetTexts(const rules::v1::PackFile& pack);

// `value.<domain or fact>.` + code: the label of a code of this fact.
std::string CodeTextId(const rules::v1::Fact& fact, const std::string& code);

}  // namespace baken

#endif  // BAKEN_RULES_PACK_TEXT_IDS_H_
