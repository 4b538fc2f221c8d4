#include "lab/estimate.hpp"

#include <algorithm>
#include <cmath>

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

/// Files in work at once in that mode.
int at_once(Mode mode, int concurrency) { return mode == Mode::sync ? 1 : concurrency; }

/// What the setting adds to the reads of a file, which nobody else's reads make longer.
double added_ms(const FileRow& row, const Settings& settings) {
  const double reads = std::ceil(std::max(0.0, row.size) / static_cast<double>(settings.chunk_bytes));
  return std::min(row.wait_ms, reads * settings.latency_ms);
}

class Replays {
 public:
  Replays(const RunReport& report, std::size_t processors) : report_(report), processors_(processors) {}

  double take_ms(Mode mode, int concurrency) const {
    const int files = at_once(mode, concurrency);
    std::vector<FileWork> works;
    works.reserve(report_.rows.size());
    for (const FileRow& row : report_.rows)
      works.push_back({.wait_ms = wait_ms(row, files), .compute_ms = row.cpu_ms});
    return replay(works, static_cast<std::size_t>(files), mode == Mode::workers ? processors_ : 1);
  }

 private:
  double crowd(int files) const {
    return static_cast<double>(std::min(static_cast<std::size_t>(files), report_.rows.size()));
  }

  double wait_ms(const FileRow& row, int files) const {
    const Settings& settings = *report_.settings;
    const double added = added_ms(row, settings);
    return added + (row.wait_ms - added) *
                       std::sqrt(crowd(files) / crowd(at_once(settings.mode, settings.concurrency)));
  }

  const RunReport& report_;
  std::size_t processors_;
};

bool can_run_in(Mode mode, const RunReport& report, std::size_t processors) {
  const bool fits = mode == Mode::sync || report.settings->concurrency <= report.settings->max_open_files;
  if (mode != Mode::workers) return fits;
  // Workers know no CSV.
  return fits && processors > 0 &&
         std::ranges::none_of(report.rows, [](const FileRow& row) { return row.csv.has_value(); });
}

/// Other ways to run.
std::vector<Estimate> candidates(const RunReport& report, std::size_t processors) {
  const Settings& settings = *report.settings;
  std::vector<Estimate> others;
  for (const Mode mode : {Mode::sync, Mode::async, Mode::workers})
    if (mode != settings.mode && can_run_in(mode, report, processors)) others.push_back({.mode = mode});
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
  const Settings& settings = *report.settings;
  const Replays replays(report, processors);
  const double replayed_ms = replays.take_ms(settings.mode, settings.concurrency);
  if (!(replayed_ms > 0)) return {};
  std::vector<Estimate> estimates = candidates(report, processors);
  for (Estimate& estimate : estimates)
    estimate.wall_ms = report.wall_ms / replayed_ms *
                       replays.take_ms(estimate.mode, estimate.concurrency.value_or(settings.concurrency));
  // A few: the library's sort would be longer than all of this.
  for (auto next = estimates.begin(); next != estimates.end(); ++next)
    std::iter_swap(next, std::ranges::min_element(next, estimates.end(), {}, &Estimate::wall_ms));
  return estimates;
}

}  // namespace weft::lab
