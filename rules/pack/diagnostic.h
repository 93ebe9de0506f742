// A message about a pack, as a compiler gives it.
#ifndef BAKEN_RULES_PACK_DIAGNOSTIC_H_
#define BAKEN_RULES_PACK_DIAGNOSTIC_H_

#include <string>
#include <vector>

namespace baken {

// One problem. Any problem refuses the whole pack.
struct Diagnostic {
  std::string file;  // Relative to the pack's folder; absolute for a file outside it.
  int line = 0;      // From 1; 0 when it concerns the file as a whole.
  int column = 0;    // From 1.
  std::string message;
};

// `<pack folder>/<file>:<line>:<column>: error: <message>`, a line each, without a final newline.
std::string FormatDiagnostics(const std::string& directory, const std::vector<Diagnostic>& diagnostics);

}  // namespace baken

#endif  // BAKEN_RULES_PACK_DIAGNOSTIC_H_
