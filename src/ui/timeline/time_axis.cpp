#include "ui/timeline/time_axis.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "lab/format.hpp"
#include "ui/kit/controls.hpp"

namespace weft::ui {
namespace {

constexpr double narrowest_ms = 0.02;

/// The smallest of 1, 2, 5, 10, 20 … that is no smaller than `least`.
double round_step(double least) {
  const double magnitude = std::pow(10.0, std::floor(std::log10(least)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * magnitude >= least) return factor * magnitude;
  return 10 * magnitude;
}

// With as many decimals as it takes to tell one tick from the next.
std::string tick_text(double ms, double step) {
  if (step >= 1000) return lab::fixed(ms / 1000, 0) + " s";
  if (ms >= 1000) return lab::fixed(ms / 1000, step >= 100 ? 1 : step >= 10 ? 2 : 3) + " s";
  return lab::fixed(ms, step >= 1 ? 0 : step >= 0.1 ? 1 : 2) + " ms";
}

}  // namespace

void TimeAxis::zoom(double ms, double factor) {
  from_ms = ms + (from_ms - ms) * factor;
  to_ms = ms + (to_ms - ms) * factor;
}

void TimeAxis::pan(float pixels) {
  const double ms = static_cast<double>(pixels) / scale();
  from_ms += ms;
  to_ms += ms;
}

void TimeAxis::keep_within(double start_ms, double end_ms) {
  const double whole = std::max(narrowest_ms, end_ms - start_ms);
  const double shown = std::clamp(to_ms - from_ms, narrowest_ms, whole);
  from_ms = std::clamp(from_ms, start_ms, start_ms + whole - shown);
  to_ms = from_ms + shown;
}

void draw_ticks(const TimeAxis& axis, double zero_ms, float top, float bottom) {
  const WithFont font(Face::text, size::caption);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const double step = round_step(static_cast<double>(px(84)) / axis.scale());
  const auto first = static_cast<long long>(std::ceil((axis.from_ms - zero_ms) / step));
  const auto last = static_cast<long long>(std::floor((axis.to_ms - zero_ms) / step));
  for (long long tick = first; tick <= last; ++tick) {
    const double ms = static_cast<double>(tick) * step;
    const float x = std::round(axis.x_of(zero_ms + ms));
    draw.AddRectFilled({x, top}, {x + px(1), bottom}, fade(colors().border, 0.7F));
    const std::string words = tick_text(ms, step);
    if (x + ImGui::CalcTextSize(words.c_str()).x < axis.right)
      draw_text({x + px(4), top}, axis.right, words, colors().muted);
  }
}

}  // namespace weft::ui
