#pragma once

namespace weft::lab {
class Lab;
}

namespace weft::ui {

/// What the next run is told. Within a panel: fills what is left of it.
void draw_settings(lab::Lab& lab);

}  // namespace weft::ui
