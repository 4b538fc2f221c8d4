#pragma once

#include <cstdint>
#include <vector>

#include "ui/file_cells.hpp"

namespace weft::lab {
class Lab;
}

namespace weft::ui {

/// The files in `order`, three lines each, for narrow screens.
void draw_file_cards(lab::Lab& lab, const std::vector<std::uint32_t>& order, TimeScale scale);

}  // namespace weft::ui
