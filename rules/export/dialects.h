// The engines that can be exported to. Internal to rules/export.
#ifndef BAKEN_RULES_EXPORT_DIALECTS_H_
#define BAKEN_RULES_EXPORT_DIALECTS_H_

#include <memory>

#include "rules/export/dialect.h"

namespace baken::export_internal {

std::unique_ptr<const Dialect> MakeJsonLogic();
std::unique_ptr<const Dialect> MakeCel();

}  // namespace baken::export_internal

#endif  // BAKEN_RULES_EXPORT_DIALECTS_H_
