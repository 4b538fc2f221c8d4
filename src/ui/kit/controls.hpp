#pragma once

#include <span>
#include <string>
#include <string_view>

#include "imgui.h"
#include "ui/kit/shaped_text.hpp"
#include "ui/kit/theme.hpp"

namespace weft::ui {

using shaped::Flow;

enum class Emphasis { primary, normal, quiet };

struct ButtonLook {
  const char* icon = nullptr;
  Emphasis emphasis = Emphasis::normal;
  /// Shows the icon alone; the label stays the button's name.
  bool is_icon_only = false;
  bool is_enabled = true;
  /// CSS pixels; 0 for as wide as what it shows.
  float width = 0;
  /// A sentence about what it does, shown when the pointer rests on it, with `shortcut` behind it.
  const char* hint = nullptr;
  const char* shortcut = nullptr;
};

/// True when it is pressed. `label` may end in "##…" to tell it from another of the same name.
bool button(const char* label, const ButtonLook& look = {});
/// In device pixels, as `button` would make it.
float button_width(const char* label, const ButtonLook& look = {});

/// One of a few choices that exclude each other, side by side. True when `selected` has changed.
bool segments(const char* name, std::span<const char* const> labels, int& selected, bool is_enabled,
              const char* hint);
float segments_width(std::span<const char* const> labels);

struct TabItem {
  const char* icon;
  const char* label;
};
/// A row of tabs as wide as the panel. True when `selected` has changed.
bool tabs(const char* name, std::span<const TabItem> items, int& selected);
/// The same for a thumb: icons over words, `height` device pixels high.
bool thumb_tabs(const char* name, std::span<const TabItem> items, int& selected, float height);

/// A slider with its name, its figure in words and a sentence below. True while it is being changed.
bool slider(const char* label, int& value, int least, int most, const char* figure, const char* hint);

/// A switch with its name and a sentence below. True when `is_on` has changed.
bool toggle(const char* label, bool& is_on, const char* hint);

// Text in any script. Where Dear ImGui would draw it wrong, letter by letter, the browser draws it: what is
// not the page's own must be drawn and measured by these alone.

/// A sentence in one line, cut off with an ellipsis where the room ends.
void text(std::string_view words, ImU32 color = 0);
/// A sentence in as many lines as it takes.
void paragraph(std::string_view words, ImU32 color = 0);
/// Draws text without taking part in the layout; it is cut off with an ellipsis at `right`.
void draw_text(ImVec2 at, float right, std::string_view words, ImU32 color,
               Flow flow = Flow::of_first_letter);
/// One of icons.hpp, as high as a line; without taking part in the layout.
void draw_icon(ImVec2 at, const char* icon, ImU32 color);
/// An item of as many lines as it takes, none longer than `room` device pixels.
void wrapped_text(std::string_view words, float room, ImU32 color = 0, Flow flow = Flow::from_left_to_right);
ImVec2 wrapped_size(std::string_view words, float room, Flow flow = Flow::from_left_to_right);
/// In one line, in device pixels.
float text_width(std::string_view words);

/// When the pointer rests on the last item. Not under a finger.
void hint(std::string_view words, const char* shortcut = nullptr);

/// Moves to where something of that width ends at the right edge, in the present line.
void align_right(float width);

/// Height of a button in device pixels; larger under a finger.
float control_height();

}  // namespace weft::ui
