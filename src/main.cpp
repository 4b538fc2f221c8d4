#include <cstdlib>

#include "program/program.hpp"
#include "ui/app.hpp"
#include "ui/frame_loop.hpp"
#include "ui/window/platform.hpp"

// The program lives as long as its tab: `main` returns, and what is static here goes on.
int main() {
  static weft::program::Program program;
  auto* platform = weft::ui::Platform::start();
  // The page has seen that there is WebGL: that there is none now is a fault, and the page says so.
  if (platform == nullptr) std::abort();
  static weft::ui::App app(program.lab());
  static weft::ui::FrameLoop loop(program.lab(), *platform, app);
  loop.start();
}
