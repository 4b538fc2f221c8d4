#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "lab/activities.hpp"
#include "lab/preferences.hpp"
#include "lab/revision.hpp"
#include "lab/runs.hpp"
#include "lab/sample_set.hpp"
#include "lab/stepping.hpp"

namespace weft::lab {

/// Where "Run the whole lesson" stands: the samples, a sync run over them, an async run, the generator demo.
enum class LessonStep : std::uint8_t {
  idle,
  samples,
  sync_run,
  async_run,
  generator_demo,
  finished,
  failed,
  cancelled
};

/// "Writing the sample files" …: a line for a person.
std::string_view to_message(LessonStep step);

/// Lines that the generator demo yields before it closes its generators half-way.
inline constexpr std::size_t demo_lines = 20;

/// Samples, sync run, async run, generator demo, all in the log; runs over the samples only.
class Lesson {
 public:
  /// All of it outlives this.
  struct Context {
    const Preferences& preferences;
    SampleSet& samples;
    Runs& runs;
    Stepping& stepping;
    Activities& activities;
    Revision& revision;
  };
  /// Called once, on a fiber; it must not wait. Not called if the command was refused.
  using Done = std::function<void(LessonStep)>;

  explicit Lesson(Context context) : context_(context) {}

  LessonStep step() const { return step_; }
  Answer start(Done done = {});

 private:
  void give();
  void run_demo(std::span<const FileEntry> files);
  void enter(LessonStep step);

  Context context_;
  LessonStep step_ = LessonStep::idle;
};

}  // namespace weft::lab
