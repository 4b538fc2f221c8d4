// Runs and comparisons.

#include "fiber/scheduler.hpp"
#include "lab/clock_step.hpp"
#include "lab/lab.hpp"
#include "lab/log_lines.hpp"

namespace weft::lab {

using fiber::Scheduler;

Answer Lab::start_run(RunDone done) { return start_run(settings_, std::move(done)); }

Answer Lab::start_run(const Settings& wanted, RunDone done) {
  const Settings settings = clamped(wanted);
  if (Answer answer = check(settings, files_.entries()); !answer) return answer;
  return start_activity(Activity::running, [this, settings, done = std::move(done)] {
    const RunReport& report = run_and_log(files_.entries(), settings);
    note_run(report);
    end_activity();
    if (done) done(report);
  });
}

Answer Lab::check(const Settings& settings, std::span<const FileEntry> files) {
  if (is_busy()) return refuse_while_busy();
  std::string words = why_it_must_fail(settings, files);
  return words.empty() ? Answer() : refuse(std::move(words));
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
  Settings widest = settings_;
  widest.mode = Mode::async;
  if (Answer answer = check(widest, files_.entries()); !answer) return answer;
  return start_activity(Activity::comparing, [this, options, done = std::move(done)] {
    const std::vector<FileEntry> files(files_.entries().begin(), files_.entries().end());
    comparison_.begin(settings_, options, environment_.blocking_reads, measure_clock_step());
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
  if (std::string doubt = report.doubt(); !doubt.empty()) log_.add(std::move(doubt));
}

}  // namespace weft::lab
