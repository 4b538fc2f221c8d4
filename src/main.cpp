#include "page/page.hpp"
#include "ui/app.hpp"
#include "ui/frame_loop.hpp"
#include "ui/platform.hpp"

// The program lives as long as its tab: nothing here is ever destroyed.
int main() {
  auto& page = *new weft::page::Page;
  auto* platform = weft::ui::Platform::start();
  if (platform == nullptr) return 1;
  auto& app = *new weft::ui::App(page.lab());
  auto& loop = *new weft::ui::FrameLoop(page.lab(), *platform, app);
  page.start();
  loop.start();
}
