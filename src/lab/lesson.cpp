#include "lab/lesson.hpp"

#include <utility>
#include <vector>

#include "fiber/event.hpp"
#include "fiber/scheduler.hpp"
#include "lab/settings.hpp"

namespace weft::lab {

std::string_view to_message(LessonStep step) {
  switch (step) {
    case LessonStep::idle:
      return "The lesson has not been run yet";
    case LessonStep::samples:
      return "Writing the sample files";
    case LessonStep::sync_run:
      return "Reading them one after another";
    case LessonStep::async_run:
      return "Reading them on fibers";
    case LessonStep::generator_demo:
      return "Stepping through their lines";
    case LessonStep::finished:
      return "The lesson is over";
    case LessonStep::failed:
      return "The lesson could not go on";
    case LessonStep::cancelled:
      return "The lesson was cancelled";
  }
  return "";
}

namespace {

bool is_cancelled() { return fiber::Scheduler::get().is_cancelled(); }

}  // namespace

Answer Lesson::start(Done done) {
  Settings settings = context_.preferences.settings();
  settings.mode = Mode::async;
  const std::vector<FileEntry> samples(static_cast<std::size_t>(SampleOptions().count));
  if (Answer answer = context_.runs.check(settings, samples); !answer) return answer;
  return context_.activities.start(Activity::lesson, [this, done = std::move(done)] {
    give();
    return [this, done] {
      if (done) done(step_);
    };
  });
}

void Lesson::enter(LessonStep step) {
  step_ = step;
  context_.revision.bump();
}

void Lesson::give() {
  enter(LessonStep::samples);
  if (!context_.samples.create({})) return enter(is_cancelled() ? LessonStep::cancelled : LessonStep::failed);
  const std::vector<FileEntry> samples = context_.samples.listed();
  Settings settings = context_.preferences.settings();
  for (const auto [step, mode] :
       {std::pair(LessonStep::sync_run, Mode::sync), {LessonStep::async_run, Mode::async}}) {
    enter(step);
    settings.mode = mode;
    context_.runs.execute_and_log(samples, settings);
    if (is_cancelled()) return enter(LessonStep::cancelled);
  }
  enter(LessonStep::generator_demo);
  run_demo(samples);
  enter(is_cancelled() ? LessonStep::cancelled : LessonStep::finished);
}

// Its generators are left half-way, which closes their files. One that fails is in the log.
void Lesson::run_demo(std::span<const FileEntry> files) {
  Stepper stepper = context_.stepping.make_logging(files);
  while (stepper.yielded() < demo_lines && stepper.phase() != StepperPhase::finished) {
    fiber::Event delivered;
    stepper.next(demo_lines - stepper.yielded(),
                 [&](const vfs::Result<Stepper::Lines>&) { delivered.set(); });
    if (delivered.wait() == fiber::Wake::resumed) continue;
    stepper.close();
    const fiber::Shield shield;
    (void)delivered.wait();
    return;
  }
}

}  // namespace weft::lab
