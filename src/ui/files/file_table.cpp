#include "ui/files/file_table.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include <emscripten/emscripten.h>

#include "imgui_internal.h"
#include "lab/preferences.hpp"
#include "ui/files/file_cells.hpp"
#include "ui/files/file_order.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/format.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

struct Heading {
  const char* words;
  float width;  // CSS pixels; 0 takes what is left
  bool is_figure;
  const char* hint;
};

constexpr std::array<Heading, file_column_count> headings = {{
    {"#", 28, true, "Place in completion order"},
    {"File", 0, false, nullptr},
    {"Status", 96, false, nullptr},
    {"Lines", 66, true, "Ended by a line feed; a last line without one counts"},
    {"Words", 70, true, "Runs of bytes between white space"},
    {"Bytes", 66, true, nullptr},
    {"Chars", 68, true, "Code points of UTF-8"},
    {"Longest", 62, true, "Bytes of the longest line, without its end"},
    {"Time", 132, false, "Blue: waiting for reads. Green: computing. Yellow: ready, while others run"},
}};

/// Looks at no more rows than a frame has time for.
bool has_csv(const lab::RunReport& report) {
  constexpr std::size_t enough = 1000;
  const std::span rows(report.rows.data(), std::min(enough, report.rows.size()));
  return std::ranges::any_of(rows, [](const lab::FileRow& row) { return row.csv.has_value(); });
}

/// Where there is little room, the columns that say least stay away.
bool has_room_for(FileColumn column, float width) {
  if (column == FileColumn::longest) return width >= px(820);
  if (column == FileColumn::chars) return width >= px(740);
  return true;
}

void set_up_columns(const lab::Choices& choices, float width) {
  for (int index = 0; index < file_column_count; ++index) {
    const Heading& heading = headings[static_cast<std::size_t>(index)];
    ImGuiTableColumnFlags flags =
        heading.width > 0 ? ImGuiTableColumnFlags_WidthFixed : ImGuiTableColumnFlags_WidthStretch;
    if (!has_room_for(static_cast<FileColumn>(index), width)) flags |= ImGuiTableColumnFlags_Disabled;
    if (choices.sort_by == name_of(static_cast<FileColumn>(index))) {
      flags |= ImGuiTableColumnFlags_DefaultSort;
      flags |= choices.sort_descending ? ImGuiTableColumnFlags_PreferSortDescending
                                       : ImGuiTableColumnFlags_PreferSortAscending;
    }
    ImGui::TableSetupColumn(heading.words, flags, px(heading.width));
  }
  ImGui::TableSetupScrollFreeze(0, 2);
}

void draw_heading(int index) {
  const Heading& heading = headings[static_cast<std::size_t>(index)];
  const float at = ImGui::GetCursorScreenPos().x;
  const float room = ImGui::GetContentRegionAvail().x;
  ImGui::TableHeader("##heading");
  WidgetRegistry::get().describe(Role::column_header, heading.words);
  const bool is_sorted = (ImGui::TableGetColumnFlags() & ImGuiTableColumnFlags_IsSorted) != 0;
  const float arrow = is_sorted ? px(14) : 0;
  const float own = ImGui::CalcTextSize(heading.words).x;
  const float left = heading.is_figure ? ImMax(at, at + room - own - arrow) : at;
  const ImU32 color = is_sorted ? colors().accent : colors().muted;
  draw_text({left, ImGui::GetItemRectMin().y + ImGui::GetStyle().CellPadding.y}, at + room + px(2),
            heading.words, color);
  if (heading.hint != nullptr) hint(heading.hint);
}

void draw_headings() {
  const WithFont small(Face::text, size::small);
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  ImGui::PushStyleColor(ImGuiCol_Text, colors().accent);
  for (int index = 0; index < file_column_count; ++index) {
    if (!ImGui::TableSetColumnIndex(index)) continue;
    ImGui::PushID(index);
    draw_heading(index);
    ImGui::PopID();
  }
  ImGui::PopStyleColor();
}

void take_sorting(lab::Preferences& preferences, FileOrder& order) {
  ImGuiTableSortSpecs* specs = ImGui::TableGetSortSpecs();
  if (specs == nullptr || !specs->SpecsDirty) return;
  specs->SpecsDirty = false;
  lab::Choices choices = preferences.choices();
  if (specs->SpecsCount == 0) {
    order.unsorted();
    choices.sort_by.clear();
  } else {
    const auto column = static_cast<FileColumn>(specs->Specs[0].ColumnIndex);
    choices.sort_descending = specs->Specs[0].SortDirection == ImGuiSortDirection_Descending;
    choices.sort_by = name_of(column);
    order.sort_by(column, choices.sort_descending);
  }
  if (choices != preferences.choices()) preferences.choose(choices);
}

/// Words at the right end of the present cell.
void figure_cell(FileColumn column, const std::string& words, ImU32 color = 0) {
  if (!ImGui::TableSetColumnIndex(static_cast<int>(column))) return;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float right = at.x + ImGui::GetContentRegionAvail().x;
  const float width = ImGui::CalcTextSize(words.c_str()).x;
  draw_text({right - width, at.y}, right + px(2), words, color != 0 ? color : colors().text);
}

void count_cell(FileColumn column, std::uint64_t number) {
  if (!ImGui::TableSetColumnIndex(static_cast<int>(column))) return;
  const std::string words = count(number);
  const bool fits = ImGui::CalcTextSize(words.c_str()).x <= ImGui::GetContentRegionAvail().x;
  figure_cell(column, fits ? words : short_count(number));
}

void figures_cells(const lab::Figures& figures, double size) {
  count_cell(FileColumn::lines, figures.lines);
  count_cell(FileColumn::words, figures.words);
  figure_cell(FileColumn::bytes, bytes(size));
  count_cell(FileColumn::chars, figures.chars);
  count_cell(FileColumn::longest, figures.longest_line);
}

/// Why there are no figures, across the columns where they would stand.
void reason_cells(const lab::FileRow& row) {
  ImGui::TableSetColumnIndex(static_cast<int>(FileColumn::lines));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImGuiTable& table = *ImGui::GetCurrentTable();
  const float right = table.Columns[static_cast<int>(FileColumn::time)].ClipRect.Max.x - px(8);
  ImGui::PushClipRect({at.x, at.y - px(8)}, {right, at.y + px(24)}, false);
  draw_text(at, right, row.reason, row.status == lab::FileStatus::failed ? colors().bad : colors().muted);
  ImGui::PopClipRect();
}

void time_cell(const lab::FileRow& row, TimeScale scale) {
  if (row.elapsed_ms <= 0 || !ImGui::TableSetColumnIndex(static_cast<int>(FileColumn::time))) return;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float text_width = px(60);
  const std::string words = duration(row.elapsed_ms);
  const float own = ImGui::CalcTextSize(words.c_str()).x;
  draw_text({at.x + text_width - own, at.y}, at.x + text_width + px(2), words, colors().text);
  const float left = text_width + px(8);
  draw_time_bar({at.x + left, at.y + px(5)}, {width - left, px(8)}, row, scale);
}

/// At the right end of the cell, where the name leaves room for it. Returns how far the name may go.
float draw_csv(ImVec2 at, float right, const lab::FileEntry& file, const text::CsvCounts& csv) {
  const WithFont small(Face::text, size::small);
  const std::string words = short_csv_text(csv);
  const float width = ImGui::CalcTextSize(words.c_str()).x;
  const float left = right - width - px(4);
  if (left - at.x < px(72)) return right;
  ImGui::SetCursorScreenPos({left, at.y});
  ImGui::Dummy({width, ImGui::GetFontSize()});
  WidgetRegistry::get().describe(Role::text, "CSV in " + file.name, {.value = csv_text(csv)});
  draw_text({left, at.y + px(1)}, right, words, csv.bad_rows > 0 ? colors().warning : colors().muted);
  return left - px(8);
}

/// Likewise, the way the text is in the file.
float draw_form(ImVec2 at, float right, const lab::FileEntry& file, const lab::FileRow& row) {
  const std::string words = form_text(row);
  if (words.empty()) return right;
  const WithFont small(Face::text, size::small);
  const float width = ImGui::CalcTextSize(words.c_str()).x;
  const float left = right - width - px(4);
  if (left - at.x < px(48)) return right;
  ImGui::SetCursorScreenPos({left, at.y});
  ImGui::Dummy({width, ImGui::GetFontSize()});
  WidgetRegistry::get().describe(Role::text, "Encoding of " + file.name, {.value = words});
  draw_text({left, at.y + px(1)}, right, words, colors().muted);
  return left - px(8);
}

void name_cell(lab::Preferences& preferences, const lab::FileEntry& file, const lab::FileRow* row) {
  ImGui::TableSetColumnIndex(static_cast<int>(FileColumn::name));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  float right = at.x + ImGui::GetContentRegionAvail().x;
  const bool is_selected = preferences.choices().selected_path == file.path;
  if (ImGui::Selectable("##row", is_selected, ImGuiSelectableFlags_SpanAllColumns)) {
    lab::Choices choices = preferences.choices();
    choices.selected_path = is_selected ? std::string() : file.path;
    preferences.choose(choices);
  }
  WidgetRegistry::get().describe(Role::row, file.name,
                                 {.value = status_and_reason(row), .is_checked = is_selected});
  if (row != nullptr) hint(row_story(*row));
  if (row != nullptr && row->csv) right = draw_csv(at, right, file, *row->csv);
  if (row != nullptr) right = draw_form(at, right, file, *row);
  draw_text(at, right, file.name, colors().text);
}

void draw_row(lab::Preferences& preferences, const lab::FileEntry& file, const lab::FileRow* row,
              TimeScale scale) {
  ImGui::TableNextRow();
  name_cell(preferences, file, row);
  if (row == nullptr) return figure_cell(FileColumn::bytes, bytes(file.size), colors().muted);
  if (row->order > 0)
    figure_cell(FileColumn::order, count(static_cast<std::uint64_t>(row->order)), colors().muted);
  ImGui::TableSetColumnIndex(static_cast<int>(FileColumn::status));
  draw_status(ImGui::GetCursorScreenPos(), {ImGui::GetContentRegionAvail().x, ImGui::GetFontSize()}, row);
  if (!row->reason.empty()) return reason_cells(*row);
  if (row->status == lab::FileStatus::queued)
    return figure_cell(FileColumn::bytes, bytes(row->size), colors().muted);
  figures_cells(row->figures, row->size);
  time_cell(*row, scale);
}

void draw_totals(const lab::FileList& files, const lab::RunReport& report) {
  ImGui::TableNextRow();
  ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, colors().sunken);
  const WithFont font(Face::strong);
  ImGui::TableSetColumnIndex(static_cast<int>(FileColumn::name));
  if (report.rows.empty()) {
    text(count_of(files.size(), "file", "files"));
    return figure_cell(FileColumn::bytes, bytes(files.total_bytes()));
  }
  text(count_of(report.totals.files, "file done", "files done"));
  ImGui::TableSetColumnIndex(static_cast<int>(FileColumn::status));
  if (report.is_active()) {
    lab::FileRow whole;
    whole.status = lab::FileStatus::running;
    whole.progress = report.progress();
    draw_status(ImGui::GetCursorScreenPos(), {ImGui::GetContentRegionAvail().x, ImGui::GetFontSize()},
                &whole);
  } else if (report.failed > 0) {
    text(count(report.failed) + " failed", colors().bad);
  } else if (const std::size_t skipped = report.completed - report.totals.files; skipped > 0) {
    text(count(skipped) + " skipped", colors().muted);
  }
  count_cell(FileColumn::lines, report.totals.lines);
  count_cell(FileColumn::words, report.totals.words);
  figure_cell(FileColumn::bytes, bytes(static_cast<double>(report.totals.bytes)));
  ImGui::TableSetColumnIndex(static_cast<int>(FileColumn::time));
  const std::string wall = duration(report.wall_ms);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_text({at.x + px(60) - ImGui::CalcTextSize(wall.c_str()).x, at.y}, at.x + px(150), wall, colors().text);
}

}  // namespace

void draw_file_table(const lab::FileList& files, const lab::Run& run, lab::Preferences& preferences,
                     FileOrder& order) {
  const float for_csv = has_csv(run.report()) ? px(96) : 0;
  const float width = ImGui::GetContentRegionAvail().x - for_csv;
  constexpr auto flags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_Sortable | ImGuiTableFlags_SortTristate |
                         ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_NoPadOuterX;
  if (!ImGui::BeginTable("Files", file_column_count, flags)) return;
  set_up_columns(preferences.choices(), width);
  draw_headings();
  take_sorting(preferences, order);
  draw_totals(files, run.report());
  const auto& places = order.update(emscripten_get_now());
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(places.size()));
  while (clipper.Step()) {
    for (int at = clipper.DisplayStart; at < clipper.DisplayEnd; ++at) {
      const lab::FileEntry& file = files.entries()[places[static_cast<std::size_t>(at)]];
      ImGui::PushID(static_cast<int>(file.number));
      draw_row(preferences, file, run.row_of(file.number), order.time_scale());
      ImGui::PopID();
    }
  }
  ImGui::EndTable();
}

}  // namespace weft::ui
