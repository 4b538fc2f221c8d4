#pragma once

namespace weft::lab {
class Lab;
}

namespace weft::ui {

/// Says that the page is frozen, over everything else, from the frame before a sync run blocks the thread.
void draw_frozen_overlay(lab::Lab& lab);

}  // namespace weft::ui
