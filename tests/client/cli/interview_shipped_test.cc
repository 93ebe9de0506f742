// An interview about the shipped pack, typed as a person would: it comes to an end that says enough is known.
#include <istream>
#include <optional>
#include <sstream>
#include <streambuf>
#include <string>

#include "absl/strings/str_cat.h"
#include "client/cli/baken_command.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace baken {
namespace {

using ::testing::HasSubstr;

// Types one line each time one is read, which depends on the question that was put last.
class Typist : public std::streambuf {
 public:
  explicit Typist(const std::ostringstream& screen) : screen_(screen) {}

  int lines() const { return lines_; }

 protected:
  int_type underflow() override {
    constexpr int kLinesMax = 600;  // More than there are questions.
    if (++lines_ > kLinesMax) return traits_type::eof();
    line_ = Answer() + "\n";
    setg(line_.data(), line_.data(), line_.data() + line_.size());
    return traits_type::to_int_type(line_.front());
  }

 private:
  // The least there is: no, none of these, the first code, the lowest number.
  std::string Answer() {
    const std::string shown = screen_.str();
    const std::string how = shown.substr(shown.rfind("  (") + 3);
    if (how.rfind("j = ja", 0) == 0) return "n";
    if (how.rfind("een of meer", 0) == 0) return "0";
    constexpr char kNumber[] = "een getal van ";
    if (how.rfind(kNumber, 0) != 0) return "1";
    const std::string from = how.substr(sizeof(kNumber) - 1);
    return from.substr(0, from.find(' '));
  }

  const std::ostringstream& screen_;
  std::string line_;
  int lines_ = 0;
};

// There was no way to say that none of the codes of a set applies.
TEST(InterviewShippedTest, WhoTypesOnlyNoAndNoneComesToTheEnd) {
  std::ostringstream out;
  std::ostringstream err;
  Typist typist(out);
  std::istream in(&typist);
  Process process;
  process.in = &in;
  process.out = &out;
  process.err = &err;
  process.environment = [](const std::string&) -> std::optional<std::string> { return std::nullopt; };
  process.today = []() -> absl::StatusOr<absl::CivilDay> { return absl::CivilDay(2026, 11, 25); };
  const std::string packs = absl::StrCat(BAKEN_SOURCE_DIR, "/rules/packs");
  EXPECT_EQ(RunBaken({"interview", "--local", "--role", "huisarts", "--locale", "nl", "--pack-dir", packs}, process),
            kExitDone)
      << err.str();
  EXPECT_THAT(out.str(), HasSubstr("Genoeg bekend"));
  EXPECT_GT(typist.lines(), 10);
}

}  // namespace
}  // namespace baken
