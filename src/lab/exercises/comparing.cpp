#include "lab/exercises/comparing.hpp"

#include "lab/format.hpp"
#include "lab/settings.hpp"

namespace weft::lab {

std::string what_was_done(const CompareReport& report) {
  return report.settings->latency_ms > 0
             ? lab::format("Every read took {} longer.", milliseconds(report.settings->latency_ms))
             : lab::format("Every byte was counted {} times, and nothing had to be waited for.",
                           report.settings->cpu_passes);
}

std::string speeds_with(std::string_view condition, const ExerciseReport& report) {
  // What cannot be told is told by the exercise.
  if (report["asyncSpeedUp"] <= 0) return report.message;
  return lab::format("With {}, sync took {} and async {}: {} × as fast.", condition,
                     milliseconds(report["syncMs"]), milliseconds(report["asyncManyMs"]),
                     times(report["asyncSpeedUp"]));
}

}  // namespace weft::lab
