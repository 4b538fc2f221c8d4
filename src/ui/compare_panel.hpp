#pragma once

namespace weft::lab {
class Lab;
}

namespace weft::ui {

/// Sync, async with one file in flight and async with many, side by side. Within a panel: fills what is left
/// of it.
void draw_comparison(lab::Lab& lab);

}  // namespace weft::ui
