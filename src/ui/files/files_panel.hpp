#pragma once

#include <utility>

#include "imgui.h"
#include "ui/commands.hpp"
#include "ui/files/file_order.hpp"
#include "ui/files/summary_controls.hpp"

namespace weft::ui {

/// The list of files, and how each of them fared in the last run.
class FilesPanel {
 public:
  /// All of it outlives the panel.
  FilesPanel(const lab::FileList& files, const lab::Run& run, lab::Preferences& preferences,
             const Commands& commands, SummaryControls& summary, FileOrder order)
      : files_(files),
        run_(run),
        preferences_(preferences),
        commands_(commands),
        summary_(summary),
        order_(std::move(order)) {}

  /// `size` in device pixels; `is_narrow`: cards instead of a table with nine columns.
  void draw(ImVec2 size, bool is_narrow);

 private:
  void draw_head(bool has_labels);
  void draw_empty() const;

  const lab::FileList& files_;
  const lab::Run& run_;
  lab::Preferences& preferences_;
  const Commands& commands_;
  SummaryControls& summary_;
  FileOrder order_;
};

}  // namespace weft::ui
