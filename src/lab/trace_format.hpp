#pragma once

#include <string>

namespace weft::lab {

class Timeline;
struct RunReport;

/// The last run as Chrome trace events, in JSON, which Perfetto opens (Google's "Trace Event Format"). Each
/// fiber has a track: its stays are durations (`B`, `E`), its causes flows (`s`, `f`) from what made it go
/// on. Its opens and reads have a track beside it: each read is one complete event (`X`) of the category
/// `read`. How many reads were in flight is a counter. Times are from the run's start on. Reads that workers
/// made are not seen one by one.
std::string to_trace(const Timeline& timeline, const RunReport& report, double now_ms);

}  // namespace weft::lab
