#pragma once

namespace weft::lab {
class Preferences;
}

namespace weft::ui {

/// A switch that has files under 100 bytes skipped, or none.
void draw_min_size_chip(lab::Preferences& preferences);

}  // namespace weft::ui
