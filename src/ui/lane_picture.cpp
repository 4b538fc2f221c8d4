#include "ui/lane_picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/controls.hpp"

namespace weft::ui {
namespace {

constexpr auto none = static_cast<std::size_t>(-1);

void draw_state(ImVec2 from, ImVec2 to, fiber::State state, float opacity = 1) {
  const float height = to.y - from.y;
  const float inset = std::floor(height * (1 - weight_of(state)) / 2);
  ImGui::GetWindowDrawList()->AddRectFilled(
      {from.x, from.y + inset}, {std::max(to.x, from.x + 1), to.y - inset}, fade(color_of(state), opacity));
}

}  // namespace

std::size_t LanePicture::lane_of(fiber::FiberId fiber) const {
  const auto found =
      std::ranges::lower_bound(lanes, fiber, {}, [](const lab::Lane* lane) { return lane->fiber; });
  return found != lanes.end() && (*found)->fiber == fiber ? static_cast<std::size_t>(found - lanes.begin())
                                                          : none;
}

void LanePicture::draw_span(std::size_t lane, const lab::Span& span, std::vector<float>& painted_to) const {
  if (span.end_ms < axis.from_ms || span.start_ms > axis.to_ms) return;
  const float y = top + static_cast<float>(lane) * lane_height;
  const float bottom = y + lane_height - (lane_height > px(6) ? px(2) : 0);
  const float left = std::clamp(axis.x_of(span.start_ms), axis.left, axis.right);
  const float right = std::clamp(axis.x_of(span.end_ms), axis.left, axis.right);
  // Thousands of stays within one pixel are drawn as one, and of those only work.
  if (right <= painted_to[lane] && weight_of(span.state) < 1) return;
  draw_state({left, y}, {right, bottom}, span.state);
  painted_to[lane] = std::max(painted_to[lane], std::ceil(right));
}

void LanePicture::draw() const {
  std::vector<float> painted_to(lanes.size(), 0);
  for (std::size_t index = 0; index < timeline.size(); ++index) {
    const lab::Span& span = timeline.at(index);
    const std::size_t lane = lane_of(span.fiber);
    if (lane != none) draw_span(lane, span, painted_to);
  }
  for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
    const lab::Lane& present = *lanes[lane];
    if (present.state == fiber::State::done) continue;
    draw_span(lane, {present.fiber, present.state, std::max(present.since_ms, timeline.start_ms()), now_ms},
              painted_to);
  }
}

lab::Span LanePicture::at(ImVec2 place) const {
  const auto lane = static_cast<std::size_t>(std::max(0.0F, (place.y - top) / lane_height));
  if (place.y < top || lane >= lanes.size() || place.x < axis.left || place.x > axis.right) return {};
  const double ms = axis.ms_of(place.x);
  const lab::Lane& present = *lanes[lane];
  if (present.state != fiber::State::done && ms >= present.since_ms && ms <= now_ms)
    return {present.fiber, present.state, present.since_ms, now_ms};
  const double reach = 1 / axis.scale();
  lab::Span nearest;
  for (std::size_t index = 0; index < timeline.size(); ++index) {
    const lab::Span& span = timeline.at(index);
    if (span.fiber != present.fiber || ms < span.start_ms - reach || ms > span.end_ms + reach) continue;
    if (nearest.fiber == 0 || (ms >= span.start_ms && ms <= span.end_ms)) nearest = span;
  }
  return nearest;
}

void draw_example_lanes(ImVec2 at, ImVec2 size) {
  const WithFont font(Face::text, size::small);
  const float names = px(56);
  const float lane = px(12);
  const float unit = (size.x - names) / 21;
  const auto bar = [&](float y, float from, float to, fiber::State state) {
    draw_state({at.x + names + from * unit, y}, {at.x + names + to * unit, y + lane - px(3)}, state, 0.75F);
  };
  draw_text({at.x, at.y - px(3)}, at.x + names, "Sync", colors().muted);
  for (int file = 0; file < 5; ++file) {
    const float from = static_cast<float>(file) * 4;
    bar(at.y, from, from + 3, fiber::State::blocking);
    bar(at.y, from + 3, from + 4, fiber::State::running);
  }
  const float second = at.y + lane * 2;
  draw_text({at.x, second - px(3)}, at.x + names, "Async", colors().muted);
  constexpr std::array<float, 5> reads = {3, 4, 5, 6.2F, 7.2F};
  for (int file = 0; file < 5; ++file) {
    const float y = second + lane * static_cast<float>(file);
    const float work = reads[static_cast<std::size_t>(file)];
    bar(y, 0, work, fiber::State::waiting_on_io);
    bar(y, work, work + 1, fiber::State::running);
  }
}

}  // namespace weft::ui
