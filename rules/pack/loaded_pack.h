// A pack in memory: its definition, the program made from it, its texts and its cases. Immutable, so that any number of
// threads may use one at once; hold it by shared_ptr for as long as an answer is being made.
#ifndef BAKEN_RULES_PACK_LOADED_PACK_H_
#define BAKEN_RULES_PACK_LOADED_PACK_H_

#include <memory>
#include <string>
#include <vector>

#include "baken/rules/v1/case.pb.h"
#include "baken/rules/v1/pack.pb.h"
#include "baken/v1/assessment.pb.h"
#include "rules/engine/engines.h"
#include "rules/engine/program.h"
#include "rules/pack/catalogue.h"

namespace baken {

// A site profile a pack was loaded with; both empty without one.
struct SiteProfileName {
  std::string name;    // `<id>@<version>`, as answers name it.
  std::string digest;  // SHA-256 of its file.
};

class LoadedPack {
 public:
  LoadedPack(rules::v1::PackFile definition, std::unique_ptr<const Program> program, Catalogue catalogue,
             std::vector<rules::v1::Case> cases, std::string digest, SiteProfileName site_profile);

  const std::string& id() const { return definition_->header().id(); }
  const std::string& version() const { return definition_->header().version(); }
  // SHA-256 of MANIFEST.sha256.
  const std::string& digest() const { return digest_; }
  // Its settings are already in definition() and program(); digest() is that of the pack alone.
  const SiteProfileName& site_profile() const { return site_profile_; }
  // Signing does not exist yet: always false.
  bool is_signed() const { return false; }
  v1::PackReference reference() const;

  // All files of the pack joined.
  const rules::v1::PackFile& definition() const { return *definition_; }
  const Program& program() const { return *program_; }
  // Fast ways to evaluate program().
  const EngineFactory& engines() const { return engines_; }
  const Catalogue& catalogue() const { return catalogue_; }
  const std::vector<rules::v1::Case>& cases() const { return cases_; }

 private:
  std::unique_ptr<const rules::v1::PackFile> definition_;
  std::unique_ptr<const Program> program_;
  EngineFactory engines_;
  Catalogue catalogue_;
  std::vector<rules::v1::Case> cases_;
  std::string digest_;
  SiteProfileName site_profile_;
};

}  // namespace baken

#endif  // BAKEN_RULES_PACK_LOADED_PACK_H_
