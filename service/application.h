// From a configuration file to a running service, and its end.
#ifndef BAKEN_SERVICE_APPLICATION_H_
#define BAKEN_SERVICE_APPLICATION_H_

#include <filesystem>

namespace baken {

// How a run of `bakend` ends.
inline constexpr int kExitDone = 0;
inline constexpr int kExitCannotServe = 1;  // A port is taken or a file cannot be written.
inline constexpr int kExitWrongInput = 2;   // Configuration or pack refused; all problems are on standard error.

// Checks the configuration, its certificates and its packs, the packs' cases included. Says all problems on standard
// error. Ends with kExitDone or kExitWrongInput.
int CheckOnly(const std::filesystem::path& config_path);

// Checks as CheckOnly, then serves until SIGTERM or SIGINT, then lets running calls finish. Blocks.
int Serve(const std::filesystem::path& config_path);

}  // namespace baken

#endif  // BAKEN_SERVICE_APPLICATION_H_
