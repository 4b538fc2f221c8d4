#pragma once

#include <array>
#include <functional>
#include <string_view>

#include "imgui.h"
#include "lab/activity.hpp"
#include "ui/commands.hpp"
#include "ui/exercises/exercises_panel.hpp"
#include "ui/files/files_panel.hpp"
#include "ui/files/summary_controls.hpp"
#include "ui/kit/touch.hpp"
#include "ui/lines/lines_panel.hpp"
#include "ui/log/log_panel.hpp"
#include "ui/timeline/timeline_panel.hpp"

namespace weft::ui {

/// The whole page: where each panel stands, on a wide screen and on a narrow one.
class App {
 public:
  explicit App(lab::Lab& lab);

  /// Between the begin and the end of a frame.
  void draw();

 private:
  /// A panel beside the files and the timeline on a wide screen, a page of its own on a narrow one.
  struct SidePanel {
    const char* icon;
    const char* title;
    /// Within a panel: fills what is left of it.
    std::function<void(bool is_narrow)> draw;
  };
  static constexpr std::size_t side_count = 6;
  /// The files and the timeline.
  static constexpr int main_count = 2;

  void draw_wide(ImVec2 at, ImVec2 room);
  void draw_narrow(ImVec2 at, ImVec2 room);
  void draw_page(ImVec2 room);
  void show(std::string_view title);
  void follow_activity();
  void announce_end_of(lab::Activity activity) const;

  lab::Lab& lab_;
  Commands commands_;
  SummaryControls summary_;
  FilesPanel files_;
  StaySelection selection_;
  TimelinePanel timeline_;
  LinesPanel lines_;
  LogPanel log_;
  ExercisesPanel exercises_;
  std::array<SidePanel, side_count> sides_;
  TouchScroll touch_;
  int side_ = 0;
  /// On a narrow screen: one of the main panels, or of the sides behind them.
  int page_ = 0;
  lab::Activity last_activity_ = lab::Activity::none;
};

}  // namespace weft::ui
