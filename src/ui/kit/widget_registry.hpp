#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace weft::ui {

enum class Role : std::uint8_t {
  button,
  checkbox,
  radio,
  slider,
  tab,
  row,
  column_header,
  text_box,
  text,
  status,
  progress,
  image,
  region,
};

/// "button", "columnheader" … the names that ARIA uses.
std::string_view name_of(Role role);

/// In CSS pixels from the canvas's left upper corner.
struct Place {
  float x = 0, y = 0, width = 0, height = 0;
};

/// One widget that could be seen in the last frame.
struct Widget {
  /// Dear ImGui's identity, the same in every frame; 0 for plain text.
  unsigned id = 0;
  Role role = Role::button;
  std::string label;
  /// The part of it that is not cut off by the panel it is in: a click on its middle reaches it.
  Place place;
  /// What it shows beside its label: a slider's figure, a row's status. May be empty.
  std::string value;
  bool is_checked = false;
  bool is_disabled = false;
  bool is_focused = false;
};

/// What Dear ImGui does not know of a widget.
struct WidgetDetails {
  std::string_view value = {};
  bool is_checked = false;
};

/// What is on the screen, as data: tests click at the place of a label, and a mirror in the page's own
/// elements can be made of it. Dear ImGui's item hooks feed it; panels add what the hooks do not know.
class WidgetRegistry {
 public:
  static WidgetRegistry& get();

  /// The widgets of the last finished frame, in the order they were drawn.
  std::span<const Widget> widgets() const { return shown_; }

  /// Whether a widget of that role was at this place, in CSS pixels.
  bool is_at(Role role, float x, float y) const;

  /// `scale` is device pixels per CSS pixel.
  void begin_frame(float scale);
  void end_frame();

  /// Says what the item that was submitted last is. An empty label keeps the one it has.
  void describe(Role role, std::string_view label = {}, WidgetDetails details = {});

  // Called by Dear ImGui's hooks.
  void add(unsigned id, float left, float top, float right, float bottom, bool is_disabled);
  void label(unsigned id, const char* label, int status_flags);

 private:
  Widget* find(unsigned id);
  Widget* append(unsigned id, float left, float top, float right, float bottom);

  float scale_ = 1;
  std::vector<Widget> shown_;
  std::vector<Widget> drawing_;
};

/// A label as a person reads it: without an icon, and without the part from "##" on that Dear ImGui hides.
std::string_view spoken(std::string_view label);

}  // namespace weft::ui
