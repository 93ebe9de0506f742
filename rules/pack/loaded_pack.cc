#include "rules/pack/loaded_pack.h"

#include <utility>

namespace baken {

LoadedPack::LoadedPack(rules::v1::PackFile definition, std::unique_ptr<const Program> program, Catalogue catalogue,
                       std::vector<rules::v1::Case> cases, std::string digest, SiteProfileName site_profile)
    : definition_(std::make_unique<const rules::v1::PackFile>(std::move(definition))),
      program_(std::move(program)),
      engines_(*program_),
      catalogue_(std::move(catalogue)),
      cases_(std::move(cases)),
      digest_(std::move(digest)),
      site_profile_(std::move(site_profile)) {}

v1::PackReference LoadedPack::reference() const {
  v1::PackReference reference;
  reference.set_pack_id(id());
  reference.set_version(version());
  reference.set_digest(digest_);
  return reference;
}

}  // namespace baken
