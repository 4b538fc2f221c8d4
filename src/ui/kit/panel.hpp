#pragma once

#include "imgui.h"

namespace weft::ui {

/// A rounded sheet of the page while it lives. `size` is in device pixels.
class Panel {
 public:
  Panel(const char* name, ImVec2 size);
  ~Panel();
  Panel(const Panel&) = delete;
  Panel& operator=(const Panel&) = delete;

  /// The line at the top: the panel's name, and in a few words how things stand. Buttons may follow on the
  /// same line; where there are `beside` device pixels of them, the words are cut off before them.
  static void title(const char* name, const char* summary, float beside = 0);
};

/// A part of a panel that scrolls by itself, as large as what is left but for `below` device pixels.
class ScrollArea {
 public:
  explicit ScrollArea(const char* name, float below = 0);
  ~ScrollArea();
  ScrollArea(const ScrollArea&) = delete;
  ScrollArea& operator=(const ScrollArea&) = delete;
};

/// A small window that hangs below the last item, the button that opens it, while it lives. What is in it is
/// drawn if it `is_open`. Escape, and a click elsewhere, closes it.
class SmallWindow {
 public:
  SmallWindow(const char* name, bool opens_now);
  ~SmallWindow();
  SmallWindow(const SmallWindow&) = delete;
  SmallWindow& operator=(const SmallWindow&) = delete;

  bool is_open() const { return is_open_; }

 private:
  bool is_open_;
};

/// The tooltip of the last item while it lives. What is in it is drawn if it `is_open`. Fonts and colours
/// that are set for it end before it does.
class Tooltip {
 public:
  Tooltip();
  ~Tooltip();
  Tooltip(const Tooltip&) = delete;
  Tooltip& operator=(const Tooltip&) = delete;

  bool is_open() const { return is_open_; }

 private:
  bool is_open_;
};

/// In the middle of what is left: a picture's height is kept free above, then a heading and a sentence.
void empty_state(const char* heading, const char* sentence);

}  // namespace weft::ui
