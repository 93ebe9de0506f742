// The pack that `baken pack new` starts an author with: small, complete, and in need of a subject.
#ifndef BAKEN_CLIENT_CLI_PACK_TEMPLATE_H_
#define BAKEN_CLIENT_CLI_PACK_TEMPLATE_H_

#include <string>
#include <vector>

namespace baken {

struct TemplateFile {
  std::string path;  // Relative to the pack's folder.
  std::string content;
};

// The files of a pack with this id and version, MANIFEST.sha256 left out. It passes lint, and its cases prove all of
// it.
std::vector<TemplateFile> PackTemplate(const std::string& id, const std::string& version);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_PACK_TEMPLATE_H_
