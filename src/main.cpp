#include "page/page.hpp"
#include "ui/app.hpp"
#include "ui/frame_loop.hpp"
#include "ui/platform.hpp"

// The program lives as long as its tab: `main` returns, and what is static here goes on.
int main() {
  static weft::page::Page page;
  auto* platform = weft::ui::Platform::start();
  if (platform == nullptr) return 1;
  static weft::ui::App app(page.lab());
  static weft::ui::FrameLoop loop(page.lab(), *platform, app);
  page.start();
  loop.start();
}
