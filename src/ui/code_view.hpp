#pragma once

namespace weft::lab {
struct ExerciseCode;
}

namespace weft::ui {

/// The code of an exercise, in one of two languages, with a link to where it comes from. `language` is what
/// is shown: 0 for C++, 1 for Python.
void draw_code(const lab::ExerciseCode& code, int& language);

}  // namespace weft::ui
