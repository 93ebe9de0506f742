// One loaded pack, many threads: no locks, no shared state. Worth most under the thread sanitizer.
#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "rules/pack/loader.h"
#include "tests/rules/decision/decide.h"

namespace baken {
namespace {

constexpr int kThreads = 4;

std::vector<std::string> DecideAll(const LoadedPack& pack) {
  std::vector<std::string> answers;
  for (const rules::v1::Case& test_case : pack.cases()) {
    const absl::StatusOr<Decision> decision = Decide(pack, test_case.request(), test_case.role(), kToday);
    answers.push_back(decision.ok() ? decision->assessment.SerializeAsString()
                                    : std::string(decision.status().message()));
  }
  return answers;
}

TEST(ThreadsTest, ShareOnePackAndGetTheSameAnswers) {
  const LoadResult loaded = LoadPack(BAKEN_SOURCE_DIR "/tests/testdata/packs/coffee-demo/1.0.0");
  ASSERT_TRUE(loaded.pack != nullptr);
  const std::vector<std::string> alone = DecideAll(*loaded.pack);
  ASSERT_FALSE(alone.empty());
  std::vector<std::vector<std::string>> together(kThreads);
  std::vector<std::thread> threads;
  for (auto& answers : together) threads.emplace_back([&] { answers = DecideAll(*loaded.pack); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(together, ::testing::Each(alone));
}

}  // namespace
}  // namespace baken
