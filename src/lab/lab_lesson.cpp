// The samples and the lesson.

#include <algorithm>
#include <cassert>
#include <unordered_set>

#include "fiber/event.hpp"
#include "fiber/scheduler.hpp"
#include "lab/lab.hpp"
#include "lab/log_lines.hpp"

namespace weft::lab {
namespace {

bool is_cancelled() { return fiber::Scheduler::get().is_cancelled(); }

}  // namespace

// What somebody has begun over files of their own, before the storage was there, goes first.
void Lab::start(std::function<void()> ready) {
  if (is_busy()) return start_when_idle(std::move(ready));
  const Answer taken = start_activity(Activity::writing_samples, [this, ready = std::move(ready)] {
    take_or_create_samples();
    end_activity();
    if (ready) ready();
  });
  assert(taken);
}

void Lab::start_when_idle(std::function<void()> ready) {
  fiber::Scheduler::get().spawn("start", [this, ready = std::move(ready)] {
    if (idle_.wait() == fiber::Wake::resumed) start(ready);
  });
}

void Lab::take_or_create_samples() {
  const auto present = list_samples(*environment_.files, environment_.sample_directory);
  if (present && !present->empty()) return take_samples_into_list(*present);
  // What goes wrong is in the notice and in the log; there are no samples then.
  [[maybe_unused]] const auto created = create_samples({});
}

Answer Lab::start_samples(const SampleOptions& options, SamplesDone done) {
  return start_activity(Activity::writing_samples, [this, options, done = std::move(done)] {
    const vfs::Result<std::vector<SampleFile>> samples = create_samples(options);
    if (samples) note(Skill::wrote_async);
    end_activity();
    if (done) done(samples);
  });
}

vfs::Result<std::vector<SampleFile>> Lab::create_samples(const SampleOptions& options) {
  log_.add(log_lines::samples_heading());
  revision_.bump();
  auto samples = write_samples(*environment_.files, environment_.sample_directory, clamped(options));
  if (samples) {
    take_samples_into_list(*samples);
    log_.add(log_lines::samples_created(samples->size(), environment_.sample_directory));
  } else if (samples.error().code != std::errc::operation_canceled) {
    set_notice(vfs::to_words(samples.error()));
    log_.add(notice_);
  }
  return samples;
}

void Lab::take_samples_into_list(const std::vector<SampleFile>& samples) {
  std::unordered_set<std::string> present;
  for (const SampleFile& sample : samples) present.insert(sample.path);
  for (const FileEntry& entry : sample_entries()) {
    if (!present.contains(entry.path)) files_.remove(entry.number);
  }
  for (const SampleFile& sample : samples) files_.add(sample.path, sample.size);
  revision_.bump();
}

std::vector<FileEntry> Lab::sample_entries() const {
  const std::string prefix = environment_.sample_directory + "/";
  std::vector<FileEntry> samples;
  std::ranges::copy_if(files_.entries(), std::back_inserter(samples),
                       [&](const FileEntry& entry) { return entry.path.starts_with(prefix); });
  return samples;
}

Answer Lab::start_lesson(LessonDone done) {
  Settings settings = settings_;
  settings.mode = Mode::async;
  if (Answer answer =
          check(settings, std::vector<FileEntry>(static_cast<std::size_t>(SampleOptions().count)));
      !answer)
    return answer;
  return start_activity(Activity::lesson, [this, done = std::move(done)] {
    run_lesson();
    end_activity();
    if (done) done(lesson_);
  });
}

void Lab::enter(LessonStep step) {
  lesson_ = step;
  revision_.bump();
}

void Lab::run_lesson() {
  enter(LessonStep::samples);
  if (!create_samples({})) return enter(is_cancelled() ? LessonStep::cancelled : LessonStep::failed);
  const std::vector<FileEntry> samples = sample_entries();
  Settings settings = settings_;
  for (const auto [step, mode] :
       {std::pair(LessonStep::sync_run, Mode::sync), {LessonStep::async_run, Mode::async}}) {
    enter(step);
    settings.mode = mode;
    run_and_log(samples, settings);
    if (is_cancelled()) return enter(LessonStep::cancelled);
  }
  enter(LessonStep::generator_demo);
  run_demo(samples);
  enter(is_cancelled() ? LessonStep::cancelled : LessonStep::finished);
}

// Its generators are left half-way, which closes their files. One that fails is in the log.
void Lab::run_demo(std::span<const FileEntry> files) {
  Stepper stepper(*environment_.files, files, logging_stepper_options(StepUnit::lines));
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
