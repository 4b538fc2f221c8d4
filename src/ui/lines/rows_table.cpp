#include "ui/lines/rows_table.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "imgui_internal.h"
#include "lab/format.hpp"
#include "lab/stepper.hpp"
#include "text/utf8.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/format.hpp"
#include "ui/kit/icons.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

constexpr std::size_t most_columns = 60;
constexpr std::size_t rows_to_measure = 20;
constexpr float row_height = 26;

/// A field in one line.
std::string in_one_line(std::string_view field) {
  std::string words;
  for (std::size_t at = 0; at < field.size(); ++at) {
    const bool is_return = field[at] == '\r' && field.substr(at + 1).starts_with('\n');
    if (field[at] == '\n') {
      words += " \u21B5 ";
    } else if (!is_return) {
      words += field[at];
    }
  }
  return text::show_controls(words);
}

/// What a cell shows: the last one tells of fields that have no column.
std::string cell_text(const lab::SteppedLine& row, std::size_t column, std::size_t columns) {
  if (column >= row.fields.size()) return {};
  std::string words = in_one_line(row.fields[column]);
  if (column + 1 == columns && row.fields.size() > columns)
    words += lab::format("  +{} more", row.fields.size() - columns);
  return words;
}

/// What stands above a column: its name, or its number.
std::string column_text(const lab::Stepper& stepper, std::size_t column, std::size_t columns) {
  return stepper.header() ? cell_text(*stepper.header(), column, columns) : count(column + 1);
}

float column_width(const lab::Stepper& stepper, std::size_t column, std::size_t columns) {
  float width = 0;
  {
    const WithFont font(Face::strong, size::small);
    width = text_width(column_text(stepper, column, columns));
  }
  std::size_t left = rows_to_measure;
  for (const lab::SteppedLine& row : stepper.recent()) {
    if (left-- == 0) break;
    width = std::max(width, text_width(cell_text(row, column, columns)));
  }
  return std::clamp(width + px(2), px(44), px(260));
}

/// Draws words over an item as wide as the cell.
void cell(const std::string& words, ImU32 color, float indent = 0) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ImGui::Dummy({width, ImGui::GetFontSize()});
  draw_text({at.x + indent, at.y}, at.x + width + px(2), words, color);
}

void draw_header(const lab::Stepper& stepper, std::size_t columns) {
  const WithFont font(Face::strong, size::small);
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers, px(row_height));
  if (ImGui::TableSetColumnIndex(0)) cell("Line", colors().muted);
  for (std::size_t column = 0; column < columns; ++column) {
    if (!ImGui::TableSetColumnIndex(static_cast<int>(column) + 1)) continue;
    const std::string words = column_text(stepper, column, columns);
    cell(words, stepper.header() ? colors().text : colors().muted);
    WidgetRegistry::get().describe(Role::column_header, words);
  }
}

std::string row_text(const lab::SteppedLine& row) {
  std::string words;
  for (const std::string& field : row.fields)
    words.append(words.empty() ? "" : " | ").append(in_one_line(field));
  return words;
}

void draw_row(const lab::SteppedLine& row, std::size_t columns) {
  const bool is_bad = !row.trouble.empty();
  ImGui::TableNextRow(0, px(row_height));
  if (is_bad) ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, colors().bad_soft);
  if (ImGui::TableSetColumnIndex(0)) {
    if (is_bad) draw_icon(ImGui::GetCursorScreenPos(), icon::warning, colors().bad);
    cell(count(row.number), is_bad ? colors().bad : colors().muted,
         is_bad ? ImGui::GetFontSize() + px(4) : 0);
    const std::string where = lab::format("line {}", row.number);
    WidgetRegistry::get().describe(Role::row, row_text(row),
                                   {.value = is_bad ? lab::format("{}: {}", where, row.trouble) : where});
    if (is_bad) hint(row.trouble);
  }
  for (std::size_t column = 0; column < columns; ++column) {
    if (!ImGui::TableSetColumnIndex(static_cast<int>(column) + 1)) continue;
    const std::string words = cell_text(row, column, columns);
    cell(words, colors().text);
    if (text_width(words) > ImGui::GetContentRegionAvail().x) hint(words);
  }
}

}  // namespace

void RowsTable::draw(const lab::Stepper& stepper) {
  if (stepper.columns() == 0) return;
  const std::size_t columns = std::min(stepper.columns(), most_columns);
  const WithFont small(Face::text, size::small);
  constexpr auto flags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH |
                         ImGuiTableFlags_Resizable | ImGuiTableFlags_NoSavedSettings;
  ImGui::PushID(file_);
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {px(8), px(5)});
  if (ImGui::BeginTable("Rows", static_cast<int>(columns) + 1, flags)) {
    ImGui::TableSetupScrollFreeze(1, 1);
    ImGui::TableSetupColumn("Line", ImGuiTableColumnFlags_WidthFixed, px(48));
    for (std::size_t column = 0; column < columns; ++column) {
      const std::string id = lab::format("##{}", column);
      ImGui::TableSetupColumn(id.c_str(), ImGuiTableColumnFlags_WidthFixed,
                              column_width(stepper, column, columns));
    }
    draw_header(stepper, columns);
    const auto& rows = stepper.recent();
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(rows.size()));
    while (clipper.Step())
      for (int at = clipper.DisplayStart; at < clipper.DisplayEnd; ++at)
        draw_row(rows[static_cast<std::size_t>(at)], columns);
    if (shown_ > 0 && stepper.yielded() > shown_) ImGui::SetScrollHereY(1);
    shown_ = stepper.yielded();
    ImGui::EndTable();
  }
  ImGui::PopStyleVar();
  ImGui::PopID();
}

}  // namespace weft::ui
