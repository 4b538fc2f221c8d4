#pragma once

namespace weft::lab {
class Checklist;
}

namespace weft::ui {

/// The checklist of what the reader has done, and a button that begins it anew.
void draw_mastery(lab::Checklist& checklist);

}  // namespace weft::ui
