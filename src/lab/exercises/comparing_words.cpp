#include "lab/exercises/comparing_words.hpp"

#include "lab/format.hpp"
#include "lab/verdict.hpp"

namespace weft::lab {
namespace {

std::string intro(const CompareReport& report) {
  return report.settings.latency_ms > 0
             ? lab::format("Every read took {} longer.", milliseconds(report.settings.latency_ms))
             : lab::format("Every byte was counted {} times, and nothing had to be waited for.",
                           report.settings.cpu_passes);
}

std::string why_async_waits(double speed_up, std::size_t files) {
  if (verdict_of(speed_up) == Verdict::faster) return ": the waits overlap, and there was little else to do.";
  if (files == 1) return ": with one file there is no other wait to overlap with.";
  return ". That does not show how waits overlap: something else took longer than they did, such as other "
         "work "
         "on this machine.";
}

std::string why_async_computes(double speed_up) {
  switch (verdict_of(speed_up)) {
    case Verdict::faster:
      return ". Counting does not explain that, for one thread does all of it either way: something else "
             "slowed "
             "sync down, such as other work on this machine.";
    case Verdict::slower:
      return ": one thread counts no faster because others wait for it, and meanwhile it has the page to "
             "draw.";
    default:
      return ": one thread counts no faster because others wait for it.";
  }
}

}  // namespace

std::string about_latency(const CompareReport& report, double async_speed_up, std::size_t files) {
  if (const std::string doubt = report.doubt(); !doubt.empty())
    return lab::format("{} {}", intro(report), doubt);
  return lab::format("{} Async was {}{}", intro(report), speed_words(async_speed_up),
                     why_async_waits(async_speed_up, files));
}

std::string about_computing(const CompareReport& report, double async_speed_up) {
  if (const std::string doubt = report.doubt(); !doubt.empty())
    return lab::format("{} {}", intro(report), doubt);
  return lab::format("{} Async was {}{}", intro(report), speed_words(async_speed_up),
                     why_async_computes(async_speed_up));
}

std::string about_workers(const CompareReport& report, double async_speed_up, double workers_speed_up) {
  if (const std::string doubt = report.doubt(); !doubt.empty())
    return lab::format("{} {}", intro(report), doubt);
  const std::string async =
      lab::format("{} Async was {}, on one thread.", intro(report), speed_words(async_speed_up));
  const double against_async = workers_speed_up / async_speed_up;
  const bool is_shown =
      verdict_of(workers_speed_up) == Verdict::faster && verdict_of(against_async) == Verdict::faster;
  if (is_shown)
    return lab::format(
        "{} Workers were {}: each has a thread of its own, and the machine a processor for it.", async,
        speed_words(workers_speed_up));
  return lab::format(
      "{} Workers were {}, and {}. That does not show what threads are for: the machine had no processor "
      "free "
      "for them, or to start them and to hand the files over took what they saved.",
      async, speed_words(workers_speed_up), speed_words(against_async, "async"));
}

}  // namespace weft::lab
