#include "lab/estimate.hpp"

#include <algorithm>

#include "lab/format.hpp"
#include "lab/replay.hpp"
#include "lab/run.hpp"
#include "lab/settings.hpp"

namespace weft::lab {
namespace {

constexpr int most_at_once = 256;

bool has_read_all(const RunReport& report) {
  return report.totals.files > 0 && report.totals.files == report.rows.size();
}

std::vector<FileWork> works_in(const RunReport& report) {
  std::vector<FileWork> works;
  works.reserve(report.rows.size());
  for (const FileRow& row : report.rows) works.push_back({.wait_ms = row.wait_ms, .compute_ms = row.cpu_ms});
  return works;
}

double replay_as(const std::vector<FileWork>& works, Mode mode, int concurrency, std::size_t processors) {
  return replay(works, mode == Mode::sync ? 1 : static_cast<std::size_t>(concurrency),
                mode == Mode::workers ? std::max<std::size_t>(1, processors) : 1);
}

/// Other ways to run; workers know no CSV.
std::vector<Estimate> candidates(const RunReport& report) {
  const Settings& settings = *report.settings;
  std::vector<Estimate> others;
  for (const Mode mode : {Mode::sync, Mode::async, Mode::workers}) {
    const bool is_csv = std::ranges::any_of(report.rows, [](const FileRow& row) { return bool(row.csv); });
    if (mode != settings.mode && !(mode == Mode::workers && is_csv)) others.push_back({.mode = mode});
  }
  const int twice = std::min({2 * settings.concurrency, settings.max_open_files, most_at_once});
  const bool has_queue = static_cast<std::size_t>(settings.concurrency) < report.rows.size();
  if (settings.mode != Mode::sync && has_queue && twice > settings.concurrency)
    others.push_back({.mode = settings.mode, .concurrency = twice});
  return others;
}

}  // namespace

std::string title_of(const Estimate& estimate) {
  if (estimate.concurrency)
    return count_of(static_cast<std::uint64_t>(*estimate.concurrency), "file at once", "files at once");
  return std::string(name_of(estimate.mode));
}

Settings settings_for(const Estimate& estimate, const Settings& settings) {
  Settings changed = settings;
  changed.mode = estimate.mode;
  changed.concurrency = estimate.concurrency.value_or(settings.concurrency);
  return changed;
}

std::vector<Estimate> estimates_for(const RunReport& report, std::size_t processors) {
  if (!has_read_all(report)) return {};
  const std::vector<FileWork> works = works_in(report);
  const Settings& settings = *report.settings;
  const double replayed_ms = replay_as(works, settings.mode, settings.concurrency, processors);
  if (!(replayed_ms > 0)) return {};
  std::vector<Estimate> estimates = candidates(report);
  for (Estimate& estimate : estimates) {
    const int concurrency = estimate.concurrency.value_or(settings.concurrency);
    estimate.wall_ms =
        report.wall_ms / replayed_ms * replay_as(works, estimate.mode, concurrency, processors);
  }
  // A few: the library's sort would be longer than all of this.
  for (auto next = estimates.begin(); next != estimates.end(); ++next)
    std::iter_swap(next, std::ranges::min_element(next, estimates.end(), {}, &Estimate::wall_ms));
  return estimates;
}

}  // namespace weft::lab
