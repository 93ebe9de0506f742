// `baken interview` as a person meets it: keys typed at a real terminal, and what then stands on the screen.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rules/pack/loader.h"
#include "tests/integration/cli/terminal.h"
#include "tests/integration/test_site.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kNotUnderstood[] = "Dat is geen antwoord op deze vraag.";
// The program waits for an answer, or it is done.
constexpr char kPrompt[] = "\n>";
constexpr char kEnded[] = "ended with 0";

class InterviewTerminalTest : public ::testing::Test {
 protected:
  void SetUp() override {
    pack_ = LoadPack(kShippedPack).pack;
    ASSERT_NE(pack_, nullptr);
  }

  std::string Answers() const { return folder_.path() / "answers.json"; }
  std::string Command(const std::string& more = "") const {
    return absl::StrCat("'", BAKEN_BINARY_DIR, "/baken' interview --local --pack-dir '", BAKEN_SOURCE_DIR,
                        "/rules/packs' --role huisarts --date 2026-11-25 --answers '", Answers(), "' ", more);
  }
  // Words of the pack, in Dutch.
  std::string Text(const std::string& id) const {
    const std::string* text = pack_->catalogue().Find("nl", id);
    EXPECT_NE(text, nullptr) << id;
    return text == nullptr ? id : *text;
  }
  std::string Question(const std::string& fact) const { return Text("fact." + fact + ".question"); }
  std::string Label(const std::string& fact) const { return Text("fact." + fact + ".label"); }

  TemporaryFolder folder_;
  std::shared_ptr<const LoadedPack> pack_;
};

TEST_F(InterviewTerminalTest, AnswersRefusesSkipsDeclinesGoesBackAndTellsWhy) {
  Terminal terminal(Command());
  // What it is like before anything is known.
  EXPECT_THAT(terminal.WaitForEnd({kPrompt}), AllOf(HasSubstr("Spoed nu U0; kan nog worden: U4."),
                                                    HasSubstr("Onderwerp: "), HasSubstr(Question("chest_pain"))));
  const auto type = [&](const std::string& keys) { return terminal.Type(keys, {kPrompt}); };
  const auto asks = [&](const std::string& fact) { return HasSubstr(Question(fact)); };

  EXPECT_THAT(type("?"), AllOf(HasSubstr(Text("interview.because.URGENCY")), asks("chest_pain")));
  EXPECT_THAT(type("misschien"), AllOf(HasSubstr(kNotUnderstood), asks("chest_pain")));
  EXPECT_THAT(type("5"), AllOf(HasSubstr(kNotUnderstood), asks("chest_pain"))) << "it has four answers";
  EXPECT_THAT(type("<"), AllOf(HasSubstr("niets om naar terug te gaan"), asks("chest_pain")));

  EXPECT_THAT(type(""), AllOf(HasSubstr("Overgeslagen."), asks("dyspnoea")));
  EXPECT_THAT(type("<"), AllOf(HasSubstr(Label("chest_pain")), asks("chest_pain")));
  EXPECT_THAT(type("1"), AllOf(asks("dyspnoea"), Not(HasSubstr("Spoed")))) << "it did not change";
  EXPECT_THAT(type("-"), AllOf(HasSubstr("wil niet antwoorden"), asks("syncope")));
  EXPECT_THAT(type("1"), asks("palpitations"));
  EXPECT_THAT(type("<"), AllOf(HasSubstr(absl::StrCat("'", Label("syncope"), "'")), asks("syncope")));
  terminal.Type("q", {kEnded});
  EXPECT_THAT(ReadFile(Answers()), AllOf(HasSubstr("chest_pain"), HasSubstr("declined"), Not(HasSubstr("syncope"))));
}

TEST_F(InterviewTerminalTest, TellsTheUrgencyWhenItChangesAndWhenAsked) {
  Terminal terminal(Command());
  terminal.WaitForEnd({kPrompt});
  const auto type = [&](const std::string& keys) { return terminal.Type(keys, {kPrompt}); };
  EXPECT_THAT(type("s"),
              AllOf(HasSubstr("Spoed nu U0; kan nog worden: U4."), HasSubstr("Spoed nog open, verwijzing nog open"),
                    HasSubstr("Geen verwijzing op wat bekend is."), HasSubstr("Beantwoord: 0.")));
  // Pain now.
  EXPECT_THAT(type("4"), AllOf(HasSubstr("Spoed U4, dat staat vast."), HasSubstr(Text("urgency.U4"))));
  EXPECT_THAT(type("s"),
              AllOf(HasSubstr("Spoed U4, dat staat vast."), HasSubstr("Spoed staat vast, verwijzing nog open"),
                    HasSubstr(Text("referral.ambulance_112.recipient")), HasSubstr("Beantwoord: 1.")));
  // And it goes down again with the answer.
  EXPECT_THAT(type("<"), AllOf(HasSubstr("Spoed nu U0; kan nog worden: U4."), HasSubstr(Question("chest_pain"))));
  terminal.Type("q", {kEnded});
}

TEST_F(InterviewTerminalTest, StopsAndGoesOnFromTheFile) {
  {
    Terminal terminal(Command());
    terminal.WaitForEnd({kPrompt});
    terminal.Type("2", {kPrompt});
    terminal.Type("-", {kPrompt});
    EXPECT_THAT(terminal.Type("q", {kEnded}),
                AllOf(HasSubstr("Gestopt; er zijn nog vragen open."), HasSubstr(Answers()), HasSubstr("Gevraagd: 3.")));
  }
  Terminal terminal(Command());
  EXPECT_THAT(terminal.WaitForEnd({kPrompt}),
              AllOf(HasSubstr("Verder met 2 antwoorden"), HasSubstr(Question("syncope")),
                    Not(HasSubstr(Question("chest_pain")))))
      << "neither what was answered nor what was declined is asked again";
  EXPECT_THAT(terminal.Type("<", {kPrompt}),
              AllOf(HasSubstr("het laatste antwoord van eerder"), HasSubstr(Question("dyspnoea"))));
  // The end of the input is a stop as well.
  terminal.Press("C-d", {kEnded});
  EXPECT_THAT(ReadFile(Answers()), AllOf(HasSubstr("chest_pain"), Not(HasSubstr("dyspnoea"))));
}

TEST_F(InterviewTerminalTest, KeepsEveryAnswerWhenTheTerminalGoesAway) {
  {
    Terminal terminal(Command());
    terminal.WaitForEnd({kPrompt});
    terminal.Type("1", {kPrompt});
  }
  EXPECT_THAT(ReadFile(Answers()), HasSubstr("chest_pain"));
}

// For a screen reader: lines from top to bottom, no cursor that moves, nothing told by colour alone.
TEST_F(InterviewTerminalTest, WritesLinesOnly) {
  Terminal terminal(Command());
  terminal.WaitForEnd({kPrompt});
  EXPECT_THAT(terminal.Type("4", {kPrompt}), HasSubstr("Spoed U4"));
  EXPECT_THAT(terminal.Type("h", {kPrompt}), HasSubstr("minteken"));
  EXPECT_THAT(terminal.Written(), Not(HasSubstr("\x1b")));
  terminal.Type("q", {kEnded});
  const std::string written = terminal.Written();
  for (size_t at = written.find('\x1b'); at != std::string::npos; at = written.find('\x1b', at + 1)) {
    const size_t end = written.find_first_not_of("0123456789;", at + 2);
    ASSERT_NE(end, std::string::npos);
    EXPECT_EQ(written[at + 1], '[');
    EXPECT_EQ(written[end], 'm') << "colour at most, in the answer at the end";
  }
  EXPECT_THAT(written, HasSubstr("SPOED U4"));
}

TEST_F(InterviewTerminalTest, SaysTheSameWithoutColourAndInEnglish) {
  Terminal terminal("NO_COLOR=1 " + Command("--locale en"));
  EXPECT_THAT(terminal.WaitForEnd({kPrompt}), HasSubstr("Urgency now U0; can still become: U4."));
  EXPECT_THAT(terminal.Type("4", {kPrompt}), HasSubstr("Urgency U4, which is settled."));
  EXPECT_THAT(terminal.Type("q", {kEnded}), HasSubstr("URGENCY U4"));
  EXPECT_THAT(terminal.Written(), Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace baken
