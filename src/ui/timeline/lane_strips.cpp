#include "ui/timeline/lane_strips.hpp"

#include <limits>

#include "lab/run.hpp"
#include "lab/timeline.hpp"

namespace weft::ui {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

std::vector<Strip> strips_of_fibers(const lab::Timeline& timeline, double now_ms) {
  std::vector<Strip> strips;
  const double end_ms = timeline.end_ms(now_ms);
  for (const lab::Lane* lane : timeline.lanes()) {
    // Those that were born after the run belong to something else.
    if (lane->born_ms <= end_ms) strips.push_back({lane->name, lane->fiber, -never, never});
  }
  return strips;
}

std::vector<Strip> strips_of_files(const lab::Timeline& timeline, const lab::RunReport& report) {
  const fiber::FiberId fiber = report.rows.front().fiber;
  std::vector<Strip> strips;
  double from_ms = timeline.start_ms();
  for (const lab::FileRow& row : report.rows) {
    if (row.elapsed_ms <= 0) continue;
    strips.push_back({row.name, fiber, from_ms, from_ms + row.elapsed_ms});
    from_ms += row.elapsed_ms;
  }
  if (!strips.empty()) strips.back().to_ms = never;
  return strips;
}

}  // namespace

std::vector<Strip> strips_of(const lab::Timeline& timeline, const lab::RunReport& report, double now_ms) {
  const bool is_sync = report.mode() == lab::Mode::sync && !report.is_active() && !report.rows.empty();
  if (is_sync && report.rows.front().fiber != 0) return strips_of_files(timeline, report);
  return strips_of_fibers(timeline, now_ms);
}

}  // namespace weft::ui
