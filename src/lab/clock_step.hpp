#pragma once

namespace weft::lab {

/// The smallest step of the scheduler's clock, in ms: a few microseconds, or as much as 16.7 ms or 100 ms
/// where a browser keeps pages from measuring time. 0 if the clock does not move. Looks at the clock until it
/// has moved, so it keeps the thread for up to six steps.
double measure_clock_step();

}  // namespace weft::lab
