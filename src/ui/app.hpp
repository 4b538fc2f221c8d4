#pragma once

#include "imgui.h"
#include "lab/activity.hpp"
#include "ui/exercises_panel.hpp"
#include "ui/files_panel.hpp"
#include "ui/lines_panel.hpp"
#include "ui/log_panel.hpp"
#include "ui/timeline_panel.hpp"
#include "ui/touch.hpp"

namespace weft::lab {
class Lab;
}

namespace weft::ui {

/// The whole page: where each panel stands, on a wide screen and on a narrow one.
class App {
 public:
  explicit App(lab::Lab& lab) : lab_(lab) {}

  /// Between the begin and the end of a frame.
  void draw();

 private:
  enum class Page { files, timeline, exercises, compare, lines, log, settings };

  void draw_wide(ImVec2 at, ImVec2 room);
  void draw_narrow(ImVec2 at, ImVec2 room);
  void draw_page(Page page, ImVec2 room);
  void draw_content(Page page, bool is_narrow);
  void draw_exercises();
  void show(Page page);
  void follow_activity();

  lab::Lab& lab_;
  FilesPanel files_;
  TimelinePanel timeline_;
  LinesPanel lines_;
  LogPanel log_;
  ExercisesPanel exercises_;
  TouchScroll touch_;
  /// On a wide screen the files and the timeline are always there: this is what stands beside them.
  int side_ = 0;
  int page_ = 0;
  lab::Activity last_activity_ = lab::Activity::none;
};

}  // namespace weft::ui
