#pragma once

#include "imgui.h"
#include "ui/file_order.hpp"

namespace weft::lab {
class Lab;
}

namespace weft::ui {

/// The list of files, and how each of them fared in the last run.
class FilesPanel {
 public:
  /// `size` in device pixels; `is_narrow`: cards instead of a table with nine columns.
  void draw(lab::Lab& lab, ImVec2 size, bool is_narrow);

 private:
  FileOrder order_;
};

}  // namespace weft::ui
