#pragma once

namespace weft::lab {
struct ExerciseReport;
class Run;
}  // namespace weft::lab

namespace weft::ui {

/// What happened in an exercise, or happens right now: a sentence, the figures, a gauge where there is a
/// limit, and its files. `run` is the run that is under way.
void draw_outcome(const lab::ExerciseReport& report, const lab::Run& run);

}  // namespace weft::ui
