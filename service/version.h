// The version of the software.
#ifndef BAKEN_SERVICE_VERSION_H_
#define BAKEN_SERVICE_VERSION_H_

namespace baken {

// MAJOR.MINOR.PATCH, from the build.
const char* SoftwareVersion();

}  // namespace baken

#endif  // BAKEN_SERVICE_VERSION_H_
