// The process itself: what it may do, and when it is asked to stop.
#ifndef BAKEN_SERVICE_PROCESS_H_
#define BAKEN_SERVICE_PROCESS_H_

#include "absl/time/time.h"

namespace baken {

// No core dumps and no tracing by others of the same user, since memory holds answers about persons; a closed log pipe
// does not end the process; as many open files as allowed. What the system refuses is left as it is.
void HardenProcess();

// Keeps SIGTERM and SIGINT for WaitForStop. Call before any thread is started.
void BlockStopSignals();

// Waits for SIGTERM or SIGINT, `timeout` at most. True when one came.
bool WaitForStop(absl::Duration timeout);

}  // namespace baken

#endif  // BAKEN_SERVICE_PROCESS_H_
