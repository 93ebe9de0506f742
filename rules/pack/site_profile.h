// What one organisation sets within the bounds a pack leaves, applied to that pack before its rules are compiled.
#ifndef BAKEN_RULES_PACK_SITE_PROFILE_H_
#define BAKEN_RULES_PACK_SITE_PROFILE_H_

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "baken/rules/v1/pack.pb.h"
#include "rules/pack/diagnostic.h"

namespace baken::pack_internal {

struct SiteProfileEffect {
  std::string name;    // `<id>@<version>`, as answers name it.
  std::string digest;  // SHA-256 of the file: two profiles of one name are told apart by it.
  // Texts to use instead of the pack's, by locale and id.
  std::map<std::string, std::map<std::string, std::string>> texts;
};

// Reads the profile (text format, proto/baken/rules/v1/site_profile.proto), checks all of it and sets in `pack` what it
// sets. On any problem `pack` stays as it was and each problem is a diagnostic with the path of the profile: a profile
// for another pack or version, one that sets nothing, a number or period outside its bounds or without bounds,
// something the pack does not have or that is set twice, a contact without a text in some locale or without a day of
// checking.
SiteProfileEffect ApplySiteProfile(const std::filesystem::path& file, rules::v1::PackFile& pack,
                                   std::vector<Diagnostic>& diagnostics);

}  // namespace baken::pack_internal

#endif  // BAKEN_RULES_PACK_SITE_PROFILE_H_
