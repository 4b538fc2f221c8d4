#include "ui/files/csv_menu.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "lab/csv_text.hpp"
#include "lab/files.hpp"
#include "lab/format.hpp"
#include "lab/run.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/icons.hpp"
#include "ui/kit/panel.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

constexpr auto menu = "How to read it";
constexpr auto window = "##csv-menu";
constexpr int furthest_header_line = 100;

/// Characters that a person can choose between; none of them is left to a guess.
template <std::size_t count>
struct Marks {
  const char* name;
  std::array<const char*, count + 1> labels;
  std::array<char, count> values;
};
constexpr Marks<4> separators = {"Separator", {"Guess", ",", ";", "Tab", "|"}, {',', ';', '\t', '|'}};
constexpr Marks<2> quotes = {"Quotes", {"Guess", "\"", "'"}, {'"', '\''}};
constexpr std::array headers = {"Guess", "None", "On line"};

void caption(const char* words) {
  const WithFont small(Face::text, size::small);
  text(words, colors().muted);
}

/// None is selected where a script has told another character.
template <std::size_t count>
void draw_marks(const Marks<count>& marks, std::optional<char>& mark) {
  caption(marks.name);
  const auto known = mark ? std::ranges::find(marks.values, *mark) : marks.values.end();
  int selected = known != marks.values.end() ? static_cast<int>(known - marks.values.begin()) + 1
                 : mark                      ? -1
                                             : 0;
  if (!segments(marks.name, marks.labels, selected, true, nullptr)) return;
  mark = selected == 0 ? std::nullopt : std::optional(marks.values[static_cast<std::size_t>(selected) - 1]);
}

void draw_header_choice(text::CsvOptions& csv) {
  caption("Header");
  int selected = !csv.header_line ? 0 : *csv.header_line == 0 ? 1 : 2;
  if (segments("Header", headers, selected, true, nullptr))
    csv.header_line = selected == 0 ? std::nullopt : std::optional<std::uint64_t>(selected - 1);
  if (csv.header_line.value_or(0) == 0) return;
  int line = static_cast<int>(std::min<std::uint64_t>(*csv.header_line, furthest_header_line));
  if (slider("Header line", line, 1, furthest_header_line, lab::count(*csv.header_line).c_str(), nullptr))
    csv.header_line = static_cast<std::uint64_t>(line);
}

/// What the last run found, so that one sees what was guessed.
void draw_notes(const lab::FileRow* row) {
  if (row == nullptr || !row->csv) return;
  const WithFont small(Face::text, size::small);
  for (const std::string& note : lab::notes_on(*row->csv)) paragraph(note, colors().muted);
}

bool draw_choices(lab::Files& files, const lab::FileEntry& file, const lab::FileRow* row) {
  text::CsvOptions csv = file.csv;
  draw_marks(separators, csv.delimiter);
  draw_marks(quotes, csv.quote);
  draw_header_choice(csv);
  draw_notes(row);
  if (csv == file.csv) return false;
  const lab::Answer answer = files.read_csv_as(file.path, csv);
  return answer.has_value();
}

}  // namespace

bool draw_csv_menu(lab::Files& files, const lab::FileEntry& file, const lab::FileRow* row) {
  const bool opens_now = button(
      menu, {.icon = icon::settings,
             .emphasis = file.csv == text::CsvOptions{} ? Emphasis::quiet : Emphasis::normal,
             .is_icon_only = true,
             .hint = "How to read it: the separator, the quotes and the header, where a guess is wrong."});
  const SmallWindow small(window, opens_now);
  return small.is_open() && draw_choices(files, file, row);
}

}  // namespace weft::ui
