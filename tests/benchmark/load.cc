#include "tests/benchmark/load.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/security/credentials.h>

#include <algorithm>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

constexpr char kAssess[] = "/baken.v1.DecisionSupportService/Assess";

// The runs of one call after another.
struct Slot {
  grpc::GenericStub* stub = nullptr;
  std::unique_ptr<grpc::ClientContext> context;
  grpc::ByteBuffer response;
  absl::Time start;
  std::vector<absl::Duration> latencies;
  int64_t failures = 0;
};

// One run of the load.
class LoadRun {
 public:
  LoadRun(const std::string& request, const std::string& role, absl::Time end) : role_(role), end_(end) {
    const grpc::Slice slice(request);
    request_ = grpc::ByteBuffer(&slice, 1);
  }

  void Start(Slot& slot) {
    {
      std::lock_guard<std::mutex> lock(mutex_);
      ++running_;
    }
    Next(slot);
  }

  void Wait() {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [this] { return running_ == 0; });
  }

 private:
  void Next(Slot& slot) {
    slot.context = std::make_unique<grpc::ClientContext>();
    slot.context->AddMetadata("baken-role", role_);
    slot.context->set_deadline(absl::ToChronoTime(absl::Now() + absl::Seconds(10)));
    slot.start = absl::Now();
    slot.stub->UnaryCall(slot.context.get(), kAssess, {}, &request_, &slot.response,
                         [this, &slot](grpc::Status status) {
                           const absl::Time now = absl::Now();
                           slot.latencies.push_back(now - slot.start);
                           if (!status.ok()) ++slot.failures;
                           if (now < end_ && status.ok()) return Next(slot);
                           std::lock_guard<std::mutex> lock(mutex_);
                           --running_;
                           changed_.notify_all();
                         });
  }

  grpc::ByteBuffer request_;
  const std::string role_;
  const absl::Time end_;
  std::mutex mutex_;
  std::condition_variable changed_;
  int running_ = 0;  // Guarded by mutex_.
};

}  // namespace

struct Load::Impl {
  std::string role;
  std::vector<std::unique_ptr<grpc::GenericStub>> stubs;
};

Load::Load(int port, const std::filesystem::path& certificates, const std::string& client, std::string role,
           int connections)
    : impl_(std::make_unique<Impl>()) {
  impl_->role = std::move(role);
  const auto credentials =
      grpc::SslCredentials({ReadFile(certificates / "ca.pem"), ReadFile(certificates / (client + ".key")),
                            ReadFile(certificates / (client + ".pem"))});
  for (int i = 0; i < connections; ++i) {
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    impl_->stubs.push_back(std::make_unique<grpc::GenericStub>(
        grpc::CreateCustomChannel(absl::StrCat("127.0.0.1:", port), credentials, arguments)));
  }
}

Load::~Load() = default;

LoadFigures Load::Run(const std::string& request, int at_once, absl::Duration duration) {
  std::vector<Slot> slots(static_cast<size_t>(at_once));
  const absl::Time start = absl::Now();
  LoadRun run(request, impl_->role, start + duration);
  for (size_t i = 0; i < slots.size(); ++i) {
    slots[i].stub = impl_->stubs[i % impl_->stubs.size()].get();
    run.Start(slots[i]);
  }
  run.Wait();
  const absl::Duration elapsed = absl::Now() - start;
  LoadFigures figures;
  std::vector<absl::Duration> latencies;
  for (const Slot& slot : slots) {
    latencies.insert(latencies.end(), slot.latencies.begin(), slot.latencies.end());
    figures.failures += slot.failures;
  }
  std::sort(latencies.begin(), latencies.end());
  figures.calls_per_second = static_cast<double>(latencies.size()) / absl::ToDoubleSeconds(elapsed);
  figures.p99 = latencies[latencies.size() * 99 / 100];
  return figures;
}

}  // namespace baken
