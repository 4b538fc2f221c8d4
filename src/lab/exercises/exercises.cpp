#include "lab/exercises/exercises.hpp"

#include <algorithm>
#include <utility>

#include "fiber/scheduler.hpp"
#include "lab/exercises/exercise_list.hpp"
#include "lab/log_lines.hpp"
#include "lab/options.hpp"

namespace weft::lab {
namespace {

// What is called through a pointer waits, so cmake/page-fiber-functions.txt names this.
void attempt(const Exercise& exercise, const ExerciseContext& context, const ExerciseOptions& options,
             ExerciseReport& report) {
  report = {.exercise = exercise.id, .phase = ExercisePhase::running};
  Attempt attempt{context, report, options};
  vfs::Result<std::string> seen = exercise.run(attempt);
  if (fiber::Scheduler::get().is_cancelled()) {
    report.phase = ExercisePhase::cancelled;
    report.message = "Cancelled.";
  } else if (seen) {
    report.phase = ExercisePhase::finished;
    report.message = std::move(*seen);
  } else {
    report.phase = ExercisePhase::failed;
    report.message = vfs::to_message(seen.error());
  }
}

std::size_t place_of(const Exercise& exercise) {
  const auto all = all_exercises();
  return static_cast<std::size_t>(std::ranges::find(all, &exercise) - all.begin());
}

}  // namespace

Exercises::Exercises(ExerciseContext context)
    : context_(std::move(context)), reports_(all_exercises().size()) {}

const ExerciseReport& Exercises::report(const Exercise& exercise) const {
  return reports_[place_of(exercise)];
}

const Exercise* Exercises::current() const {
  return context_.activities.current() == Activity::exercise ? current_ : nullptr;
}

Answer Exercises::start(const Exercise& exercise, const ExerciseOptions& options, Done done) {
  const ExerciseOptions taken = clamped(options);
  const Answer answer =
      context_.activities.start(Activity::exercise, [this, &exercise, taken, done = std::move(done)] {
        ExerciseReport& report = reports_[place_of(exercise)];
        context_.log.add(log_lines::exercise_heading(exercise));
        attempt(exercise, context_, taken, report);
        context_.log.add(report.message);
        return [&report, done] {
          if (done) done(report);
        };
      });
  if (answer) current_ = &exercise;
  return answer;
}

void Exercises::on_frame() {
  if (current() == nullptr) return;
  std::vector<Figure>& figures = reports_[place_of(*current_)].figures;
  const auto open = std::ranges::find(figures, "openFiles", &Figure::key);
  const auto now = static_cast<double>(context_.files.open_files(vfs::Tenure::brief));
  if (open == figures.end() || open->value == now) return;
  open->value = now;
  context_.revision.bump_soon();
}

}  // namespace weft::lab
