#include "ui/timeline/lane_picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/kit/controls.hpp"
#include "vfs/waits.hpp"

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

std::size_t LanePicture::strip_of(const lab::Span& stay) const {
  const double middle_ms = (stay.start_ms + stay.end_ms) / 2;
  const auto begins_after = [middle_ms](fiber::FiberId fiber, const Strip& strip) {
    return fiber < strip.fiber || (fiber == strip.fiber && middle_ms < strip.from_ms);
  };
  const auto after = std::upper_bound(strips.begin(), strips.end(), stay.fiber, begins_after);
  if (after == strips.begin()) return none;
  const auto found = std::prev(after);
  return found->fiber == stay.fiber && middle_ms <= found->to_ms
             ? static_cast<std::size_t>(found - strips.begin())
             : none;
}

/// The finished stays, then the present ones.
template <class F>
void LanePicture::for_each_stay(F&& visit) const {
  for (std::size_t index = 0; index < timeline.size(); ++index) visit(timeline.at(index));
  for (const lab::Lane* lane : timeline.lanes()) {
    if (lane->state == fiber::State::done) continue;
    lab::Span present = present_of(*lane, now_ms);
    present.start_ms = std::max(present.start_ms, timeline.start_ms());
    visit(present);
  }
}

void LanePicture::draw_stay(std::size_t strip, const lab::Span& stay, std::vector<float>& painted_to) const {
  if (stay.end_ms < axis.from_ms || stay.start_ms > axis.to_ms) return;
  // Where lanes lie on each other, those that only wait in a queue would hide the others.
  const bool is_crowded = lane_height < px(2);
  if (is_crowded && weight_of(stay.state) < 0.2F) return;
  const float y = top + static_cast<float>(strip) * lane_height;
  const float bottom = std::max(y + 1, y + lane_height - (lane_height > px(6) ? px(2) : 0));
  const float left = axis.x_within(stay.start_ms);
  const float right = axis.x_within(stay.end_ms);
  // Thousands of stays within one pixel are drawn as one, and of those only work.
  if (right <= painted_to[strip] && weight_of(stay.state) < 1) return;
  draw_state({left, y}, {right, bottom}, stay.state);
  painted_to[strip] = std::max(painted_to[strip], std::ceil(right));
}

void LanePicture::draw() const {
  std::vector<float> painted_to(strips.size(), 0);
  for_each_stay([&](const lab::Span& stay) {
    const std::size_t strip = strip_of(stay);
    if (strip != none) draw_stay(strip, stay, painted_to);
  });
}

void LanePicture::underline(const lab::Span& stay, double from_ms, double to_ms) const {
  const std::size_t strip = strip_of(stay);
  if (strip == none || to_ms < axis.from_ms || from_ms > axis.to_ms) return;
  const float bottom = top + static_cast<float>(strip + 1) * lane_height;
  const float left = axis.x_within(from_ms);
  const float right = axis.x_within(to_ms);
  ImGui::GetWindowDrawList()->AddRectFilled({left, bottom - std::max(px(2), 1.0F)},
                                            {std::max(right, left + 1), bottom}, colors().accent);
}

void LanePicture::outline(const lab::Span& stay) const {
  const std::size_t strip = strip_of(stay);
  if (strip == none || stay.end_ms < axis.from_ms || stay.start_ms > axis.to_ms) return;
  const float y = top + static_cast<float>(strip) * lane_height;
  const float left = axis.x_within(stay.start_ms);
  const float right = axis.x_within(stay.end_ms);
  ImGui::GetWindowDrawList()->AddRect({left - px(1), y - px(1)},
                                      {std::max(right, left + px(2)) + px(1), y + lane_height}, colors().text,
                                      px(2), 0, px(1.5F));
}

void LanePicture::draw_arrow(const lab::Span& cause, const lab::Span& effect) const {
  const std::size_t from = strip_of(cause);
  const std::size_t to = strip_of(effect);
  if (from == none || to == none || from == to) return;
  // A wait is ended by what it waited for; anything else begins as its cause has it.
  const bool is_begun = cause.start_ms <= effect.start_ms && effect.start_ms <= cause.end_ms;
  const double at_ms = is_begun ? effect.start_ms : effect.end_ms;
  const float x = axis.x_of(at_ms);
  if (x < axis.left || x > axis.right) return;
  const float tip = y_of(to);
  const float toward = tip > y_of(from) ? -1.0F : 1.0F;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddLine({x, y_of(from)}, {x, tip}, colors().text, px(1.5F));
  draw.AddCircleFilled({x, y_of(from)}, px(3), colors().text);
  draw.AddTriangleFilled({x, tip}, {x - px(4), tip + toward * px(7)}, {x + px(4), tip + toward * px(7)},
                         colors().text);
}

std::size_t LanePicture::strip_at(float y) const {
  return static_cast<std::size_t>(std::max(0.0F, (y - top) / lane_height));
}

std::size_t LanePicture::busy_at(double ms) const {
  std::size_t busy = 0;
  for_each_stay([&](const lab::Span& stay) {
    if (busy != 0 || ms < stay.start_ms || ms > stay.end_ms ||
        weight_of(stay.state) < weight_of(fiber::State::ready))
      return;
    const std::size_t strip = strip_of(stay);
    if (strip != none) busy = strip;
  });
  return busy;
}

lab::Span LanePicture::at(ImVec2 place) const {
  const std::size_t strip = strip_at(place.y);
  if (place.y < top || strip >= strips.size() || place.x < axis.left || place.x > axis.right) return {};
  const double ms = axis.ms_of(place.x);
  const double reach_ms = 1 / axis.scale();
  lab::Span nearest;
  for_each_stay([&](const lab::Span& stay) {
    if (stay.fiber != strips[strip].fiber || ms < stay.start_ms - reach_ms || ms > stay.end_ms + reach_ms)
      return;
    if (nearest.fiber == 0 || (ms >= stay.start_ms && ms <= stay.end_ms)) nearest = stay;
  });
  return nearest.fiber != 0 && strip_of(nearest) == strip ? nearest : lab::Span{};
}

void draw_example_lanes(ImVec2 at, ImVec2 size) {
  constexpr int files = 5;
  constexpr std::array<float, files> reads = {3, 3.8F, 4.4F, 5.6F, 6.4F};
  const float gap = px(36);
  const float half = (size.x - gap) / 2;
  const float unit = half / (files * 4);
  const float lane = (size.y - px(24)) / files;
  const auto bar = [&](float left, int file, float from, float to, fiber::State state) {
    const float y = at.y + px(24) + lane * static_cast<float>(file);
    draw_state({left + from * unit, y}, {left + to * unit, y + lane - px(2)}, state, 0.8F);
  };
  const WithFont font(Face::strong, size::small);
  draw_text(at, at.x + half, "Sync", colors().muted);
  draw_text({at.x + half + gap, at.y}, at.x + size.x, "Async", colors().muted);
  for (int file = 0; file < files; ++file) {
    const float begin = static_cast<float>(file) * 4;
    bar(at.x, file, begin, begin + 3, fiber::State::blocking);
    bar(at.x, file, begin + 3, begin + 4, fiber::State::running);
    const float read = reads[static_cast<std::size_t>(file)];
    bar(at.x + half + gap, file, 0, read, vfs::for_read);
    bar(at.x + half + gap, file, read, read + 1, fiber::State::running);
  }
}

}  // namespace weft::ui
