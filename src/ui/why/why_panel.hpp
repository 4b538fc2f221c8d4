#pragma once

#include "lab/runs.hpp"
#include "ui/timeline/stay_selection.hpp"

namespace weft::ui {

/// Why the last run took so long, what would help, and which fiber made which. Fills what is left of a panel.
void draw_why(lab::Runs& runs, const lab::Timeline& timeline, StaySelection& selection);

}  // namespace weft::ui
