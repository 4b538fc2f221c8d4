#pragma once

#include <cstdint>
#include <vector>

#include "ui/files/file_cells.hpp"

namespace weft::lab {
class FileList;
class Preferences;
class Run;
}  // namespace weft::lab

namespace weft::ui {

/// The files in `order`, three lines each, for narrow screens.
void draw_file_cards(const lab::FileList& files, const lab::Run& run, lab::Preferences& preferences,
                     const std::vector<std::uint32_t>& order, TimeScale scale);

}  // namespace weft::ui
