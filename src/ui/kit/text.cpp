#include <algorithm>

#include "imgui_internal.h"
#include "text/shaping.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

/// No room shows more of a line than that; the rest need not be looked at in every frame.
constexpr std::size_t most_bytes_of_line = 8192;

ImU32 ink(ImU32 color) { return color != 0 ? color : colors().text; }

}  // namespace

float text_width(std::string_view words) {
  if (text::needs_shaping(words)) return shaped::width_of(words);
  return ImGui::CalcTextSize(words.data(), words.data() + words.size()).x;
}

void draw_text(ImVec2 at, float right, std::string_view words, ImU32 color, Flow flow) {
  if (right <= at.x || words.empty()) return;
  words = text::prefix_of(words, most_bytes_of_line);
  if (text::needs_shaping(words)) return shaped::draw(at, right - at.x, words, color, flow);
  const char* begin = words.data();
  const char* end = begin + words.size();
  ImGui::PushStyleColor(ImGuiCol_Text, color);
  ImGui::RenderTextEllipsis(ImGui::GetWindowDrawList(), at, {right, at.y + ImGui::GetFontSize() * 1.25F},
                            right, begin, end, nullptr);
  ImGui::PopStyleColor();
}

void draw_icon(ImVec2 at, const char* icon, ImU32 color) {
  ImGui::GetWindowDrawList()->AddText(at, color, icon);
}

void text(std::string_view words, ImU32 color) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float natural = text_width(words);
  const float room = ImGui::GetContentRegionAvail().x;
  const float width = std::max(1.0F, std::min(natural, room));
  // Where an item of framed height stands in the line already, the text goes to its middle.
  const float down = ImGui::GetCurrentWindow()->DC.CurrLineTextBaseOffset;
  draw_text({at.x, at.y + down}, at.x + width, words, ink(color), Flow::from_left_to_right);
  ImGui::Dummy({width, ImGui::GetFontSize() + down});
  WidgetRegistry::get().describe(Role::text, words);
}

ImVec2 wrapped_size(std::string_view words, float room, Flow flow) {
  if (text::needs_shaping(words)) return shaped::size_of_lines(room, words, flow);
  return ImGui::CalcTextSize(words.data(), words.data() + words.size(), false, room);
}

void wrapped_text(std::string_view words, float room, ImU32 color, Flow flow) {
  if (text::needs_shaping(words)) {
    ImGui::Dummy(shaped::draw_lines(ImGui::GetCursorScreenPos(), room, words, ink(color), flow));
    return;
  }
  ImGui::PushStyleColor(ImGuiCol_Text, ink(color));
  ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + room);
  ImGui::TextUnformatted(words.data(), words.data() + words.size());
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
}

void paragraph(std::string_view words, ImU32 color) {
  wrapped_text(words, ImGui::GetContentRegionAvail().x, color);
  WidgetRegistry::get().describe(Role::text, words);
}

}  // namespace weft::ui
