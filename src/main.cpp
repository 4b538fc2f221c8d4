#include "program/program.hpp"
#include "ui/app.hpp"
#include "ui/frame_loop.hpp"
#include "ui/window/platform.hpp"

// The program lives as long as its tab: `main` returns, and what is static here goes on.
int main() {
  static weft::program::Program program;
  auto* platform = weft::ui::Platform::start();
  if (platform == nullptr) return 1;
  static weft::ui::App app(program.lab());
  static weft::ui::FrameLoop loop(program.lab(), *platform, app);
  program.start();
  loop.start();
}
