#pragma once

namespace weft::lab {
struct RunReport;
}

namespace weft::ui {

/// Says that the page is frozen, over everything else, from the frame before a sync run blocks the thread.
void draw_frozen_overlay(const lab::RunReport& report);

}  // namespace weft::ui
