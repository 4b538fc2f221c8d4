#include "ui/frame_loop.hpp"

#include <algorithm>

#include <emscripten/emscripten.h>
#include <emscripten/html5.h>

#include "imgui.h"
#include "imgui_internal.h"
#include "lab/lab.hpp"
#include "ui/app.hpp"
#include "ui/kit/browser.hpp"
#include "ui/kit/theme.hpp"
#include "ui/kit/widget_registry.hpp"
#include "ui/window/platform.hpp"

namespace weft::ui {
namespace {

// Tooltips appear when the pointer has rested for this long.
constexpr double hover_ms = 700;

}  // namespace

void FrameLoop::start() {
  choose_theme(prefers_dark());
  platform_.watch_input([this] { on_input(); });
  request_frame(this);
}

void FrameLoop::request_frame(void* self) { call_in_frame(on_animation_frame, self); }

void FrameLoop::on_animation_frame(void* self) {
  auto& loop = *static_cast<FrameLoop*>(self);
  loop.tick(emscripten_get_now());
  loop.request_next_frame();
}

/// An animation frame that nothing is drawn in takes the browser a few milliseconds all the same.
void FrameLoop::request_next_frame() {
  if (lab_.activities().is_busy() && !is_urgent()) {
    emscripten_set_timeout(request_frame, busy_interval_ms - refresh_ms, this);
  } else {
    request_frame(this);
  }
}

void FrameLoop::tick(double now_ms) {
  lab_.on_frame(now_ms);
  if (has_just_drawn_) delay_ms_ = now_ms - drawn_at_ms_ - refresh_ms;
  has_just_drawn_ = false;
  if (should_draw(now_ms)) draw(now_ms);
}

bool FrameLoop::is_waiting_for_hover(double now_ms) const {
  return ImGui::GetCurrentContext()->HoverItemDelayId != 0 && now_ms - input_at_ms_ < hover_ms;
}

/// Without a graphics card a frame may take as long as a hundred reads: then drawing gets a tenth of the
/// time.
double FrameLoop::busy_interval() const {
  return std::clamp(9 * delay_ms_, busy_interval_ms, longest_busy_interval_ms);
}

/// Before the thread is blocked, the frame that says so must be seen.
bool FrameLoop::is_urgent() const { return lab_.runs().run().report().phase == lab::RunPhase::announced; }

bool FrameLoop::should_draw(double now_ms) const {
  if (!platform_.can_draw()) return false;
  if (lab_.activities().is_busy() && !is_urgent() && now_ms - drawn_at_ms_ < busy_interval()) return false;
  if (frames_wanted_ > 0 || drawn_revision_ != lab_.revision().value()) return true;
  return !ImGui::GetCurrentContext()->InputEventsQueue.empty() || is_waiting_for_hover(now_ms);
}

void FrameLoop::draw(double now_ms) {
  if (frames_wanted_ == settling_frames) input_at_ms_ = now_ms;
  if (frames_wanted_ > 0) --frames_wanted_;
  // A panel that scrolls to what is new is there one frame later.
  if (drawn_revision_ != lab_.revision().value()) frames_wanted_ = std::max(frames_wanted_, 1);
  drawn_revision_ = lab_.revision().value();
  drawn_at_ms_ = now_ms;
  has_just_drawn_ = true;
  apply_theme(platform_.scale());
  platform_.begin_frame();
  WidgetRegistry::get().begin_frame(platform_.scale());
  app_.draw();
  WidgetRegistry::get().end_frame();
  platform_.end_frame(colors().page);
  if (!has_announced_) announce_first_frame();
  has_announced_ = true;
}

}  // namespace weft::ui
