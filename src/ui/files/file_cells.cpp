#include "ui/files/file_cells.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "imgui_internal.h"
#include "lab/csv_text.hpp"
#include "lab/file_row.hpp"
#include "lab/format.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/format.hpp"
#include "ui/kit/icons.hpp"

namespace weft::ui {
namespace {

using lab::FileStatus;

struct Mark {
  const char* icon;
  ImU32 color;
};

Mark mark_of(FileStatus status) {
  switch (status) {
    case FileStatus::done:
      return {icon::done, colors().good};
    case FileStatus::failed:
      return {icon::warning, colors().bad};
    case FileStatus::skipped:
      return {icon::next, colors().muted};
    case FileStatus::cancelled:
      return {icon::stop, colors().warning};
    default:
      return {icon::waiting, colors().muted};
  }
}

void draw_progress(ImVec2 at, ImVec2 room, float part) {
  const std::string words = percent(part);
  const float text_width = px(42);
  const float middle = ImTrunc(at.y + room.y / 2);
  const float right = at.x + room.x - text_width;
  const float thickness = px(3);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled({at.x, middle - thickness}, {right, middle + thickness}, colors().border, thickness);
  const float reached = ImLerp(at.x, right, std::clamp(part, 0.0F, 1.0F));
  if (reached - at.x > 2 * thickness)
    draw.AddRectFilled({at.x, middle - thickness}, {reached, middle + thickness}, colors().accent, thickness);
  const float width = ImGui::CalcTextSize(words.c_str()).x;
  draw_text({at.x + room.x - width, ImTrunc(at.y + (room.y - ImGui::GetFontSize()) / 2)},
            at.x + room.x + px(2), words, colors().muted);
}

double standing_by_ms(const lab::FileRow& row) {
  return std::max(0.0, row.elapsed_ms - row.wait_ms - row.cpu_ms);
}

}  // namespace

std::string status_text(const lab::FileRow* row) {
  if (row == nullptr) return {};
  switch (row->status) {
    case FileStatus::queued:
      return "Queued";
    case FileStatus::running:
      return percent(row->progress);
    case FileStatus::done:
      return "Done";
    case FileStatus::skipped:
      return "Skipped";
    case FileStatus::failed:
      return row->error ? std::string(vfs::name_of(row->error->code)) : "Failed";
    case FileStatus::cancelled:
      return "Cancelled";
  }
  return {};
}

std::string status_and_reason(const lab::FileRow* row) {
  const std::string status = status_text(row);
  return row == nullptr || row->reason.empty() ? status : status + ": " + row->reason;
}

std::string form_text(const lab::FileRow& row) {
  std::string words = row.form.is_gzip ? "gzip" : "";
  if (row.form.encoding == text::Encoding::utf8) return words;
  if (!words.empty()) words += ", ";
  return words.append(text::name_of(row.form.encoding));
}

std::string row_story(const lab::FileRow& row) {
  if (!row.reason.empty()) return row.path + "\n" + row.reason;
  if (row.elapsed_ms <= 0) return row.path;
  std::string csv = row.csv ? "\n" + csv_text(*row.csv) : "";
  if (row.csv)
    for (const std::string& note : lab::notes_on(*row.csv)) csv.append("\n").append(note);
  const std::string form = form_text(row).empty() ? "" : " (" + form_text(row) + ")";
  return lab::format("{}{}{}\n{} in all: {} waiting for reads, {} computing, {} standing by", row.path, form,
                     csv, duration(row.elapsed_ms), duration(row.wait_ms), duration(row.cpu_ms),
                     duration(standing_by_ms(row)));
}

std::string short_csv_text(const text::CsvCounts& csv) {
  const std::string extent = lab::format("{} × {}", count(csv.rows), count(csv.columns));
  return csv.bad_rows == 0 ? extent : lab::format("{} · {} bad", extent, count(csv.bad_rows));
}

std::string csv_text(const text::CsvCounts& csv) {
  std::string words =
      lab::format("{} × {}", count_of(csv.rows, "row", "rows"), count_of(csv.columns, "column", "columns"));
  if (csv.bad_rows == 0) return words;
  words += " · " + count_of(csv.bad_rows, "bad row", "bad rows");
  const char* before = csv.bad_lines.size() == 1 ? ", line " : ", lines ";
  for (const std::uint64_t line : csv.bad_lines) words += std::exchange(before, ", ") + count(line);
  return csv.bad_rows > csv.bad_lines.size() ? words + " …" : words;
}

void draw_status(ImVec2 at, ImVec2 room, const lab::FileRow* row) {
  if (row == nullptr) return;
  if (row->status == FileStatus::running) return draw_progress(at, room, row->progress);
  const Mark mark = mark_of(row->status);
  const float y = ImTrunc(at.y + (room.y - ImGui::GetFontSize()) / 2);
  draw_icon({at.x, y}, mark.icon, mark.color);
  const bool is_plain = row->status == FileStatus::done || row->status == FileStatus::queued;
  draw_text({at.x + ImGui::GetFontSize() + px(6), y}, at.x + room.x, status_text(row),
            is_plain ? colors().muted : mark.color);
}

void draw_time_bar(ImVec2 at, ImVec2 room, const lab::FileRow& row, TimeScale scale) {
  if (row.elapsed_ms <= 0 || scale.longest_ms <= 0) return;
  const std::array parts = {std::pair(row.wait_ms, scale.is_blocking ? colors().blocking : colors().reading),
                            std::pair(row.cpu_ms, colors().computing),
                            std::pair(standing_by_ms(row), colors().ready)};
  const double per_ms = static_cast<double>(room.x) / scale.longest_ms;
  double x = at.x;
  for (const auto& [ms, color] : parts) {
    const double right = std::min(x + ms * per_ms, static_cast<double>(at.x + room.x));
    if (right - x >= 0.25)
      ImGui::GetWindowDrawList()->AddRectFilled({static_cast<float>(x), at.y},
                                                {static_cast<float>(right), at.y + room.y}, color);
    x = right;
  }
}

}  // namespace weft::ui
