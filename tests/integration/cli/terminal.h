// A real terminal (tmux, detached) in which a program runs, to type at and to read from.
#ifndef BAKEN_TESTS_INTEGRATION_CLI_TERMINAL_H_
#define BAKEN_TESTS_INTEGRATION_CLI_TERMINAL_H_

#include <memory>
#include <string>
#include <vector>

#include "tests/integration/bakend_process.h"
#include "tests/testing/temporary_folder.h"

namespace baken {

// Not thread-safe. A tmux server of its own, on a socket in its own folder; it and what runs in it are stopped with
// this object, and when the test process dies.
class Terminal {
 public:
  // Runs `command` (a line for the shell) once the terminal is there. Fails the test when tmux does not start.
  explicit Terminal(const std::string& command);

  // Waits until the screen ends with one of `ends`; gives all of it. Fails the test when it does not come to that.
  std::string WaitForEnd(const std::vector<std::string>& ends);
  // Types `text` and Enter, or presses one key, by the name tmux gives it. Then as WaitForEnd, and gives what is new on
  // the screen.
  std::string Type(const std::string& text, const std::vector<std::string>& ends);
  std::string Press(const std::string& key, const std::vector<std::string>& ends);

  // Every byte that the program wrote.
  std::string Written() const;

 private:
  void WaitForServer();
  // Everything on the screen and scrolled off it so far, without trailing blanks; wrapped lines are whole.
  std::string Screen();
  std::string WaitForNew(size_t seen, const std::vector<std::string>& ends);
  // One tmux command, with its output.
  std::string Tmux(const std::vector<std::string>& arguments);

  TemporaryFolder folder_;
  std::unique_ptr<BakendProcess> server_;
};

}  // namespace baken

#endif  // BAKEN_TESTS_INTEGRATION_CLI_TERMINAL_H_
