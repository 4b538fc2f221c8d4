#pragma once

#include <string_view>

namespace weft::lab {
class CodeShelf;
}

namespace weft::ui {

/// The code of an exercise, in one of two languages, with a link to where it comes from; or why it cannot be
/// shown. `language` is what is shown: 0 for C++, 1 for Python.
void draw_code(const lab::CodeShelf& shelf, std::string_view exercise, int& language);

}  // namespace weft::ui
