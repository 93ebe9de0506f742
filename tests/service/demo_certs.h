// Certificates for tests, by the same script as the demo's.
#ifndef BAKEN_TESTS_SERVICE_DEMO_CERTS_H_
#define BAKEN_TESTS_SERVICE_DEMO_CERTS_H_

#include <stdlib.h>

#include <filesystem>
#include <string>

#include "rules/base/check.h"

namespace baken {

// Runs deploy/make_demo_certs for `folder`; names in `clients` are separated by spaces, none = those of the demo.
inline void MakeDemoCerts(const std::filesystem::path& folder, const std::string& clients = "") {
  const std::string command =
      std::string(BAKEN_SOURCE_DIR) + "/deploy/make_demo_certs '" + folder.string() + "' " + clients + " >&2";
  BAKEN_CHECK(system(command.c_str()) == 0);
}

}  // namespace baken

#endif  // BAKEN_TESTS_SERVICE_DEMO_CERTS_H_
