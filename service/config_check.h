// What the values of a configuration may be. Every check names all that is wrong, with field path and place.
#ifndef BAKEN_SERVICE_CONFIG_CHECK_H_
#define BAKEN_SERVICE_CONFIG_CHECK_H_

#include "rules/pack/pack_set.h"
#include "service/config_file.h"

namespace baken {

// Checks what can be judged without the packs and the certificates: presence, form, ranges, what is allowed on which
// listener, uniqueness, the time zone. Adds errors to `file`, which must be parsed.
void CheckConfig(ConfigFile& file);

// Checks the roles of `file` against the packs served: each is known to at least one pack, and one that gets no answer
// about a person stands alone in its entry. Adds errors to `file`.
void CheckRoles(ConfigFile& file, const PackSet& packs);

}  // namespace baken

#endif  // BAKEN_SERVICE_CONFIG_CHECK_H_
