#pragma once

#include <string>

#include "lab/timeline.hpp"

namespace weft::lab {

/// Which fiber was made by which, and what each is doing, a line each: "Run: done\n  a.txt: waiting for a
/// read, for 12 ms\n". Of those that the timeline has lanes for; whose maker has none stand at the left.
std::string fiber_tree(const Timeline& timeline, double now_ms);

}  // namespace weft::lab
