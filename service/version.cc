#include "service/version.h"

namespace baken {

const char* SoftwareVersion() { return BAKEN_VERSION; }

}  // namespace baken
