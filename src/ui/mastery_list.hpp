#pragma once

namespace weft::lab {
class Lab;
}

namespace weft::ui {

/// The checklist of what the reader has done, and a button that begins it anew.
void draw_mastery(lab::Lab& lab);

}  // namespace weft::ui
