#include "lab/runs.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "fiber/scheduler.hpp"
#include "lab/clock_step.hpp"
#include "lab/log_lines.hpp"
#include "lab/settings.hpp"
#include "lab/trace_format.hpp"

namespace weft::lab {

Runs::Runs(Context context)
    : context_(std::move(context)), run_([this] {
        Run::Context with = context_.run;
        with.on_row_ended = [this](const FileRow& row) {
          if (logs_rows_) context_.log.add(log_lines::row(row));
        };
        with.on_phase = [this] { context_.revision.bump(); };
        with.on_progress = [this] { context_.revision.bump_soon(); };
        return with;
      }()) {}

bool Runs::has_results() const {
  return run_.report().phase == RunPhase::finished || run_.report().phase == RunPhase::cancelled;
}

Answer Runs::check(const Settings& settings, std::span<const FileEntry> files) {
  if (Answer idle = context_.activities.check_idle(); !idle) return idle;
  std::string message = why_it_must_fail(settings, files);
  return message.empty() ? Answer() : context_.activities.refuse(std::move(message));
}

Answer Runs::start(RunDone done) { return start(context_.preferences.settings(), std::move(done)); }

Answer Runs::start(const Settings& wanted, RunDone done) {
  const Settings settings = clamped(wanted);
  const auto files = context_.files.list().entries();
  if (Answer answer = check(settings, files); !answer) return answer;
  return context_.activities.start(Activity::running, [this, settings, done = std::move(done)] {
    const RunReport& report = execute_and_log(context_.files.list().entries(), settings);
    context_.checklist.note(report);
    return [&report, done] {
      if (done) done(report);
    };
  });
}

bool Runs::can_try_out() const {
  return has_results() && run_.is_plain() && !context_.activities.is_busy() &&
         std::ranges::equal(run_.report().rows, context_.files.list().entries(), {}, &FileRow::path,
                            &FileEntry::path);
}

Answer Runs::try_out(const Estimate& estimate) {
  // The report that holds the estimate is about to make room.
  return start(settings_for(estimate, *run_.report().settings), [this, estimate](const RunReport& report) {
    if (report.phase == RunPhase::finished)
      trial_ = Trial{.estimate = estimate, .measured_ms = report.wall_ms};
  });
}

const RunReport& Runs::execute(std::span<const FileEntry> files, const Settings& settings, const Ways& ways) {
  context_.in_force.put(settings);
  trial_.reset();
  began_.emit();
  return run_.execute(files, settings, ways);
}

const RunReport& Runs::execute_and_log(std::span<const FileEntry> files, const Settings& settings) {
  context_.log.add(log_lines::run_heading(settings.mode));
  logs_rows_ = true;
  const RunReport& report = execute(files, settings);
  logs_rows_ = false;
  context_.log.add(report.phase == RunPhase::finished
                       ? log_lines::run_total(settings.mode, report.wall_ms)
                       : log_lines::run_cancelled(settings.mode, report.wall_ms));
  return report;
}

std::string Runs::trace() const {
  if (!has_results()) return {};
  return to_trace(*context_.run.timeline, run_.report(), fiber::Scheduler::get().now_ms());
}

void Runs::download_trace() const {
  if (context_.offer_download && has_results())
    context_.offer_download("weft-trace.json", "application/json", trace());
}

Answer Runs::start_comparison(CompareOptions options, CompareDone done) {
  Settings widest = context_.preferences.settings();
  widest.mode = Mode::async;
  if (Answer answer = check(widest, context_.files.list().entries()); !answer) return answer;
  return context_.activities.start(Activity::comparing, [this, options, done = std::move(done)] {
    const auto listed = context_.files.list().entries();
    const std::vector<FileEntry> files(listed.begin(), listed.end());
    const CompareReport& report = compare(files, context_.preferences.settings(), options);
    if (report.phase == ComparisonPhase::finished) log_comparison(report);
    return [&report, done] {
      if (done) done(report);
    };
  });
}

const CompareReport& Runs::compare(std::span<const FileEntry> files, const Settings& settings,
                                   const CompareOptions& options, const Ways& ways) {
  comparison_.begin(settings, options, context_.blocking_reads, measure_clock_step());
  while (const auto next = comparison_.next()) {
    context_.revision.bump();
    const RunReport& report = execute(files, *next, ways);
    if (fiber::Scheduler::get().is_cancelled()) {
      comparison_.cancel();
      break;
    }
    comparison_.record(report);
    context_.checklist.note(report);
  }
  context_.checklist.note(comparison_.report());
  return comparison_.report();
}

void Runs::log_comparison(const CompareReport& report) {
  context_.log.add(log_lines::comparison_heading());
  for (const Contender& contender : report.contenders) context_.log.add(log_lines::contender(contender));
  if (std::string doubt = report.doubt(); !doubt.empty()) context_.log.add(std::move(doubt));
}

}  // namespace weft::lab
