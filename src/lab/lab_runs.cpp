// Runs and comparisons.

#include "fiber/scheduler.hpp"
#include "lab/lab.hpp"
#include "lab/log_lines.hpp"

namespace weft::lab {

using fiber::Scheduler;

Answer Lab::start_run(RunDone done) { return start_run(settings_, std::move(done)); }

Answer Lab::start_run(const Settings& settings, RunDone done) {
  return start_activity(Activity::running, [this, settings = clamped(settings), done = std::move(done)] {
    const RunReport& report = run_and_log(files_.entries(), settings);
    note_run(report);
    end_activity();
    if (done) done(report);
  });
}

const RunReport& Lab::run_over(std::span<const FileEntry> files, const Settings& settings) {
  put_in_force(settings);
  summary_ = {};
  return run_.execute(files, settings);
}

const RunReport& Lab::run_and_log(std::span<const FileEntry> files, const Settings& settings) {
  log_.add(log_lines::run_heading(settings.mode));
  logs_rows_ = true;
  const RunReport& report = run_over(files, settings);
  logs_rows_ = false;
  log_.add(report.phase == RunPhase::finished ? log_lines::run_total(settings.mode, report.wall_ms)
                                              : log_lines::run_cancelled(settings.mode, report.wall_ms));
  return report;
}

void Lab::log_row(const FileRow& row) {
  if (logs_rows_) log_.add(log_lines::row(row));
}

Answer Lab::start_comparison(CompareOptions options, CompareDone done) {
  return start_activity(Activity::comparing, [this, options, done = std::move(done)] {
    const std::vector<FileEntry> files(files_.entries().begin(), files_.entries().end());
    comparison_.begin(settings_, options, environment_.blocking_reads);
    run_contenders(files);
    const CompareReport& report = comparison_.report();
    if (report.phase == ComparisonPhase::finished) log_comparison(report);
    note_comparison(report);
    end_activity();
    if (done) done(report);
  });
}

void Lab::run_contenders(std::span<const FileEntry> files) {
  while (const auto settings = comparison_.next()) {
    revision_.bump();
    const RunReport& report = run_over(files, *settings);
    if (Scheduler::get().is_cancelled()) return comparison_.cancel();
    comparison_.record(report);
    note_run(report);
  }
}

void Lab::log_comparison(const CompareReport& report) {
  log_.add(log_lines::comparison_heading());
  for (const Contender& contender : report.contenders) log_.add(log_lines::contender(contender));
}

}  // namespace weft::lab
