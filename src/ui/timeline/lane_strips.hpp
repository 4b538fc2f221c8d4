#pragma once

#include <string_view>
#include <vector>

#include "fiber/fiber.hpp"

namespace weft::lab {
class Timeline;
struct RunReport;
}  // namespace weft::lab

namespace weft::ui {

/// One line of the timeline's drawing: what a fiber did in a stretch of time. Valid for one frame.
struct Strip {
  std::string_view name;
  fiber::FiberId fiber = 0;
  double from_ms = 0;
  double to_ms = 0;
};

/// A strip for every fiber that lived during the run, in the order they were made. In a sync run one fiber
/// did it all: then there is a strip for every file, one after another. `now_ms` ends what goes on still.
std::vector<Strip> strips_of(const lab::Timeline& timeline, const lab::RunReport& report, double now_ms);

}  // namespace weft::ui
