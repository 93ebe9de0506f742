#include "tests/integration/cli/terminal.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace baken {
namespace {

constexpr int kLooksMax = 3000;  // With a pause each: half a minute and more, for a machine under load.
constexpr char kSocket[] = "baken";

bool EndsWithAny(const std::string& text, const std::vector<std::string>& ends) {
  return std::any_of(ends.begin(), ends.end(), [&](const std::string& end) { return absl::EndsWith(text, end); });
}

}  // namespace

Terminal::Terminal(const std::string& command) {
  // In the foreground, so that it is a child of this process and ends with it.
  server_ = std::make_unique<BakendProcess>(
      std::vector<std::string>{"tmux", "-L", kSocket, "-f", "/dev/null", "-D"}, folder_.path() / "server.txt",
      std::vector<std::string>{absl::StrCat("TMUX_TMPDIR=", folder_.path().string()), "TMUX="}, "/usr/bin/env");
  WaitForServer();
  Tmux({"set", "-g", "history-limit", "50000"});
  // The program starts when all that it writes is written down.
  const std::string shell = absl::StrCat("read go; ", command, "; echo \"ended with $?\"; read go");
  Tmux({"new-session", "-d", "-x", "90", "-y", "50", "sh", "-c", shell});
  Tmux({"pipe-pane", absl::StrCat("cat > '", (folder_.path() / "written.txt").string(), "'")});
  Tmux({"send-keys", "Enter"});
}

void Terminal::WaitForServer() {
  for (int look = 0; look < kLooksMax; ++look) {
    if (!Tmux({"show", "-s", "exit-empty"}).empty()) return;
    ASSERT_TRUE(server_->running()) << "tmux does not run: " << server_->Output();
    Pause();
  }
  FAIL() << "tmux does not answer";
}

std::string Terminal::Type(const std::string& text, const std::vector<std::string>& ends) {
  const size_t seen = Screen().size();
  if (!text.empty()) Tmux({"send-keys", "-l", "--", text});
  Tmux({"send-keys", "Enter"});
  return WaitForNew(seen, ends);
}

std::string Terminal::Press(const std::string& key, const std::vector<std::string>& ends) {
  const size_t seen = Screen().size();
  Tmux({"send-keys", key});
  return WaitForNew(seen, ends);
}

std::string Terminal::Screen() {
  std::string screen = Tmux({"capture-pane", "-p", "-J", "-S", "-"});
  screen.erase(screen.find_last_not_of(" \n") + 1);
  return screen;
}

std::string Terminal::WaitForEnd(const std::vector<std::string>& ends) { return WaitForNew(0, ends); }

std::string Terminal::WaitForNew(size_t seen, const std::vector<std::string>& ends) {
  std::string screen;
  for (int look = 0; look < kLooksMax; ++look) {
    screen = Screen();
    if (screen.size() > seen && EndsWithAny(screen, ends)) return screen.substr(seen);
    Pause();
  }
  ADD_FAILURE() << "the screen does not end with " << ::testing::PrintToString(ends) << ":\n" << screen;
  return "";
}

std::string Terminal::Written() const { return ReadFile(folder_.path() / "written.txt"); }

std::string Terminal::Tmux(const std::vector<std::string>& arguments) {
  std::vector<std::string> all = {"tmux", "-L", kSocket, "-N", "-u"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  BakendProcess client(all, folder_.path() / "client.txt",
                       {absl::StrCat("TMUX_TMPDIR=", folder_.path().string()), "TMUX="}, "/usr/bin/env");
  return client.WaitForExit() == 0 ? client.Output() : "";
}

}  // namespace baken
