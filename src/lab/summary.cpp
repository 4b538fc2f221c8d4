#include "lab/summary.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "lab/escape.hpp"
#include "lab/format.hpp"

namespace weft::lab {
namespace {

std::string count(std::uint64_t value) { return std::to_string(value); }

std::string time(double ms) { return fixed(std::isfinite(ms) ? std::max(0.0, ms) : 0, 3); }

/// What a row says in words, not yet escaped.
struct TextColumn {
  std::string_view name, title;
  std::string (*of)(const FileRow& row);
};

/// Its cells are figures of our own, which are the same in every format.
struct FigureColumn {
  std::string_view name, title;
  std::string (*of)(const FileRow& row);
  std::string (*in_all)(const RunReport& report);
};

// The names are those of the JavaScript API.
constexpr std::array<TextColumn, 4> text_columns = {{
    {"path", "File", [](const FileRow& row) { return row.path; }},
    {"status", "Status", [](const FileRow& row) { return std::string(name_of(row.status)); }},
    {"error", "Error",
     [](const FileRow& row) { return row.error ? std::string(vfs::name_of(row.error->code)) : ""; }},
    {"reason", "Reason",
     [](const FileRow& row) { return row.status == FileStatus::skipped ? row.reason : ""; }},
}};

constexpr auto nothing = [](const RunReport&) { return std::string(); };

constexpr std::array<FigureColumn, 9> figure_columns = {{
    {"bytes", "Bytes", [](const FileRow& row) { return count(row.figures.bytes); },
     [](const RunReport& report) { return count(report.totals.bytes); }},
    {"lines", "Lines", [](const FileRow& row) { return count(row.figures.lines); },
     [](const RunReport& report) { return count(report.totals.lines); }},
    {"words", "Words", [](const FileRow& row) { return count(row.figures.words); },
     [](const RunReport& report) { return count(report.totals.words); }},
    {"chars", "Chars", [](const FileRow& row) { return count(row.figures.chars); }, nothing},
    {"longestLine", "Longest line", [](const FileRow& row) { return count(row.figures.longest_line); },
     nothing},
    {"order", "Order", [](const FileRow& row) { return std::to_string(row.order); }, nothing},
    {"elapsedMs", "Elapsed ms", [](const FileRow& row) { return time(row.elapsed_ms); },
     [](const RunReport& report) { return time(report.wall_ms); }},
    {"waitMs", "Waiting ms", [](const FileRow& row) { return time(row.wait_ms); }, nothing},
    {"cpuMs", "Computing ms", [](const FileRow& row) { return time(row.cpu_ms); }, nothing},
}};

/// Of files that were read as CSV; empty for others.
struct CsvColumn {
  std::string_view name, title;
  std::uint64_t (*of)(const text::CsvCounts& counts);
};

constexpr std::array<CsvColumn, 3> csv_columns = {{
    {"rows", "Rows", [](const text::CsvCounts& counts) { return counts.rows; }},
    {"columns", "Columns", [](const text::CsvCounts& counts) { return counts.columns; }},
    {"badRows", "Bad rows", [](const text::CsvCounts& counts) { return counts.bad_rows; }},
}};

// How a file is written: behind the figures, which others find by their places.
constexpr std::array<TextColumn, 2> form_columns = {{
    {"encoding", "Encoding",
     [](const FileRow& row) { return std::string(text::name_of(row.form.encoding)); }},
    {"compression", "Compression",
     [](const FileRow& row) { return std::string(row.form.is_gzip ? "gzip" : ""); }},
}};

std::string csv_figure(const FileRow& row, const CsvColumn& column) {
  return row.csv ? count(column.of(*row.csv)) : "";
}

// CSV.

constexpr std::string_view csv_line_end = "\r\n";

std::string csv_header() {
  std::string line;
  for (const TextColumn& column : text_columns) line.append(column.name).append(",");
  for (const FigureColumn& column : figure_columns) line.append(column.name).append(",");
  for (const CsvColumn& column : csv_columns) line.append(column.name).append(",");
  for (const TextColumn& column : form_columns) line.append(column.name).append(",");
  line.pop_back();
  return line.append(csv_line_end);
}

std::string csv_record(const FileRow& row) {
  std::string line;
  for (const TextColumn& column : text_columns) line.append(csv_cell(column.of(row))).append(",");
  for (const FigureColumn& column : figure_columns) line.append(column.of(row)).append(",");
  for (const CsvColumn& column : csv_columns) line.append(csv_figure(row, column)).append(",");
  for (const TextColumn& column : form_columns) line.append(csv_cell(column.of(row))).append(",");
  line.pop_back();
  return line.append(csv_line_end);
}

std::string csv_total(const RunReport& report) {
  std::string line = lab::format("total,{},,", name_of(report.phase));
  for (const FigureColumn& column : figure_columns) line.append(",").append(column.in_all(report));
  return line.append(csv_columns.size() + form_columns.size(), ',').append(csv_line_end);
}

std::string to_csv(const RunReport& report) {
  std::string text = csv_header();
  for (const FileRow& row : report.rows) text += csv_record(row);
  return text += csv_total(report);
}

// JSON.

std::string field(std::string_view name, std::string_view value) {
  return lab::format("\"{}\": {}", name, value);
}

std::string json_csv(const text::CsvCounts& counts) {
  std::string object = "{";
  for (const CsvColumn& column : csv_columns) object += field(column.name, count(column.of(counts))) + ", ";
  object.resize(object.size() - 2);
  return object += "}";
}

std::string json_row(const FileRow& row) {
  std::string object =
      "{" + field("path", json_string(row.path)) + ", " + field("status", json_string(name_of(row.status)));
  if (row.error)
    object +=
        lab::format(", \"error\": {{{}, {}}}", field("code", json_string(vfs::name_of(row.error->code))),
                    field("message", json_string(vfs::to_message(*row.error))));
  if (row.status == FileStatus::skipped) object += ", " + field("reason", json_string(row.reason));
  for (const FigureColumn& column : figure_columns) object += ", " + field(column.name, column.of(row));
  for (const TextColumn& column : form_columns)
    if (const std::string words = column.of(row); !words.empty())
      object += ", " + field(column.name, json_string(words));
  if (row.csv) object += ", " + field("csv", json_csv(*row.csv));
  return object += "}";
}

std::string json_totals(const Totals& totals) {
  return lab::format("{{{}, {}, {}, {}}}", field("files", count(totals.files)),
                     field("bytes", count(totals.bytes)), field("lines", count(totals.lines)),
                     field("words", count(totals.words)));
}

std::string to_json(const RunReport& report) {
  std::string text = "{\n";
  const auto add = [&text](std::string_view name, std::string_view value) {
    text.append("  ").append(field(name, value)).append(",\n");
  };
  add("mode", json_string(name_of(report.mode())));
  add("cancelled", report.phase == RunPhase::cancelled ? "true" : "false");
  add("wallMs", time(report.wall_ms));
  add("totals", json_totals(report.totals));
  add("peakOpenFiles", count(report.peak_open_files));
  add("peakInFlight", count(report.peak_in_flight));
  add("reads", count(report.reads));
  text += "  \"files\": [";
  for (const FileRow& row : report.rows) {
    text += &row == report.rows.data() ? "\n    " : ",\n    ";
    text += json_row(row);
  }
  return text += report.rows.empty() ? "]\n}\n" : "\n  ]\n}\n";
}

// Markdown.

std::string markdown_heading() {
  std::string titles = "|";
  std::string rule = "|";
  for (const TextColumn& column : text_columns) {
    titles += lab::format(" {} |", column.title);
    rule += " --- |";
  }
  for (const FigureColumn& column : figure_columns) {
    titles += lab::format(" {} |", column.title);
    rule += " ---: |";
  }
  for (const CsvColumn& column : csv_columns) {
    titles += lab::format(" {} |", column.title);
    rule += " ---: |";
  }
  for (const TextColumn& column : form_columns) {
    titles += lab::format(" {} |", column.title);
    rule += " --- |";
  }
  return lab::format("{}\n{}\n", titles, rule);
}

std::string markdown_row(const FileRow& row) {
  std::string line = "|";
  for (const TextColumn& column : text_columns) line += lab::format(" {} |", markdown_cell(column.of(row)));
  for (const FigureColumn& column : figure_columns) line += lab::format(" {} |", column.of(row));
  for (const CsvColumn& column : csv_columns) line += lab::format(" {} |", csv_figure(row, column));
  for (const TextColumn& column : form_columns) line += lab::format(" {} |", markdown_cell(column.of(row)));
  return line += "\n";
}

std::string markdown_total(const RunReport& report) {
  std::string line = lab::format("| **Total** | {} | | |", name_of(report.phase));
  for (const FigureColumn& column : figure_columns) line += lab::format(" {} |", column.in_all(report));
  for (std::size_t left = csv_columns.size() + form_columns.size(); left > 0; --left) line += " |";
  return line += "\n";
}

std::string to_markdown(const RunReport& report) {
  std::string text = lab::format("# {} run\n\n{} of {} done in {} ms, {} in work at once at most.\n\n",
                                 title_of(report.mode()), report.totals.files,
                                 plain_count_of(report.rows.size(), "file", "files"), time(report.wall_ms),
                                 report.peak_in_flight);
  text += markdown_heading();
  for (const FileRow& row : report.rows) text += markdown_row(row);
  return text += markdown_total(report);
}

}  // namespace

std::string format_summary(const RunReport& report, SummaryFormat format) {
  switch (format) {
    case SummaryFormat::csv:
      return to_csv(report);
    case SummaryFormat::json:
      return to_json(report);
    case SummaryFormat::markdown:
      return to_markdown(report);
  }
  return {};
}

}  // namespace weft::lab
