// A pack as a library in ELM, the form in which CQL is run. Internal to rules/export.
#ifndef BAKEN_RULES_EXPORT_ELM_H_
#define BAKEN_RULES_EXPORT_ELM_H_

#include <string>

#include "rules/export/dialect.h"
#include "rules/pack/loaded_pack.h"

namespace baken::export_internal {

// JSON: a parameter for each input, with what it is when unknown as its default; then a definition for each expression
// of the steps, `sSTEP_NUMBER`, in an order in which each reads only those before it.
std::string WriteElm(const LoadedPack& pack, const Layout& layout);

}  // namespace baken::export_internal

#endif  // BAKEN_RULES_EXPORT_ELM_H_
