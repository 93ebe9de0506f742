// P11 …: how many questions an interview asks of a cohort, as a share of the full intake of the same persons, and
// whether it ends with the same advice for each of them.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"
#include "rules/base/check.h"
#include "rules/pack/loader.h"
#include "tests/testing/cohort.h"
#include "tests/testing/interview_run.h"

namespace baken {
namespace {

constexpr char kFolder[] = BAKEN_SOURCE_DIR "/rules/packs/cocaine-nl/1.0.0";
constexpr char kFigures[] = BAKEN_SOURCE_DIR "/tests/testing/cohort.txt";
constexpr char kRole[] = "huisarts";
constexpr int kThreads = 2;
constexpr size_t kNamedMax = 20;

struct Options {
  uint64_t persons = 1000;
  uint64_t seed = 20261125;
  std::string out;     // File for the evidence.
  std::string commit;  // For the evidence.
};

struct Tally {
  uint64_t persons = 0;
  uint64_t asked = 0;
  uint64_t full = 0;
  double share_sum = 0;
  uint64_t asked_most = 0;
  std::vector<uint64_t> different;  // Persons with other advice,
  std::vector<uint64_t> unsettled;  // and such as were never settled.
  std::map<int, uint64_t> by_fact;  // How often asked.

  void Add(const Tally& other) {
    persons += other.persons;
    asked += other.asked;
    full += other.full;
    share_sum += other.share_sum;
    asked_most = std::max(asked_most, other.asked_most);
    different.insert(different.end(), other.different.begin(), other.different.end());
    unsettled.insert(unsettled.end(), other.unsettled.begin(), other.unsettled.end());
    for (const auto& [fact, count] : other.by_fact) by_fact[fact] += count;
  }
};

void Interview(const LoadedPack& pack, const Cohort& cohort, uint64_t first, uint64_t end, Tally& tally) {
  const Interviewing interviewing(pack, kRole);
  for (uint64_t number = first; number < end; number += kThreads) {
    const Given person = cohort.Draw(number);
    const InterviewRun run = interviewing.Run(person);
    const FullIntake intake = interviewing.FullIntakeOf(person, run);
    ++tally.persons;
    tally.asked += run.asked.size();
    tally.full += static_cast<uint64_t>(intake.question_count);
    tally.share_sum += static_cast<double>(run.asked.size()) / intake.question_count;
    tally.asked_most = std::max<uint64_t>(tally.asked_most, run.asked.size());
    if (run.advice != intake.advice) tally.different.push_back(number);
    if (!run.settled) tally.unsettled.push_back(number);
    for (int fact : run.asked) ++tally.by_fact[fact];
  }
}

Tally Campaign(const LoadedPack& pack, const Options& options) {
  const Cohort cohort(pack, kFigures, options.seed);
  std::vector<Tally> tallies(kThreads);
  std::vector<std::thread> threads;
  for (uint64_t t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] { Interview(pack, cohort, t, options.persons, tallies[t]); });
  }
  for (std::thread& thread : threads) thread.join();
  for (int t = 1; t < kThreads; ++t) tallies[0].Add(tallies[static_cast<size_t>(t)]);
  return tallies[0];
}

std::string Line(const Tally& tally, const Options& options) {
  const double persons = static_cast<double>(tally.persons);
  return absl::StrFormat(
      "P11 interview share %.4f (asked %.2f of %.2f questions on average, at most %d; goal 0.25; %d persons, "
      "%d with other advice, %d not settled; seed %d)\n",
      tally.share_sum / persons, static_cast<double>(tally.asked) / persons, static_cast<double>(tally.full) / persons,
      tally.asked_most, tally.persons, tally.different.size(), tally.unsettled.size(), options.seed);
}

std::string Details(const LoadedPack& pack, const Tally& tally) {
  std::string text;
  for (const auto& [name, numbers] : {std::pair{"other advice", &tally.different}, {"not settled", &tally.unsettled}}) {
    if (numbers->empty()) continue;
    absl::StrAppendFormat(&text, "# %s: persons", name);
    for (size_t i = 0; i < std::min(kNamedMax, numbers->size()); ++i)
      absl::StrAppendFormat(&text, " %d", (*numbers)[i]);
    text += "\n";
  }
  std::map<int, uint64_t> by_group;
  for (const auto& [fact, count] : tally.by_fact) {
    by_group[pack.program().facts[static_cast<size_t>(fact)].group] += count;
  }
  for (const auto& [group, count] : by_group) {
    absl::StrAppendFormat(&text, "# group %s: %.2f questions a person\n", pack.definition().groups(group).id(),
                          static_cast<double>(count) / static_cast<double>(tally.persons));
  }
  for (const auto& [fact, count] : tally.by_fact) {
    absl::StrAppendFormat(&text, "#   %s: asked of %.1f %%\n", pack.program().facts[static_cast<size_t>(fact)].id,
                          100.0 * static_cast<double>(count) / static_cast<double>(tally.persons));
  }
  return text;
}

Options Read(const std::vector<std::string>& arguments) {
  Options options;
  for (size_t i = 0; i + 1 < arguments.size(); i += 2) {
    if (arguments[i] == "--persons") {
      BAKEN_CHECK(absl::SimpleAtoi(arguments[i + 1], &options.persons) && options.persons > 0);
    } else if (arguments[i] == "--seed") {
      BAKEN_CHECK(absl::SimpleAtoi(arguments[i + 1], &options.seed));
    } else if (arguments[i] == "--out") {
      options.out = arguments[i + 1];
    } else {
      BAKEN_CHECK(arguments[i] == "--commit");
      options.commit = arguments[i + 1];
    }
  }
  return options;
}

int RunBenchmark(const Options& options) {
  const LoadResult loaded = LoadPack(kFolder);
  BAKEN_CHECK(loaded.pack != nullptr);
  const auto start = std::chrono::steady_clock::now();
  const Tally tally = Campaign(*loaded.pack, options);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const std::string details = Details(*loaded.pack, tally);
  std::printf("%s# %.0f s, %.2f ms a person on %d threads\n", details.c_str(), seconds,
              1e3 * seconds * kThreads / static_cast<double>(tally.persons), kThreads);
  std::printf("%s", Line(tally, options).c_str());
  if (!options.out.empty()) {
    std::ofstream file(options.out);
    file << Line(tally, options) << "# commit " << options.commit << ", pack " << loaded.pack->id() << " "
         << loaded.pack->version() << " " << loaded.pack->digest() << ", role " << kRole << "\n"
         << details;
    BAKEN_CHECK(file.good());
  }
  return tally.different.empty() && tally.unsettled.empty() ? 0 : 1;
}

}  // namespace
}  // namespace baken

int main(int argc, char** argv) { return baken::RunBenchmark(baken::Read({argv + 1, argv + argc})); }
