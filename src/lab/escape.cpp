#include "lab/escape.hpp"

#include <algorithm>
#include <array>

#include "lab/format.hpp"
#include "text/utf8.hpp"

namespace weft::lab {
namespace {

// The characters that OWASP names for "CSV injection", with their full-width forms.
constexpr auto formula_starts =
    std::to_array<std::string_view>({"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"});

bool looks_like_formula(std::string_view text) {
  return std::ranges::any_of(formula_starts,
                             [text](std::string_view start) { return text.starts_with(start); });
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7F'; }

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string cell = text::to_display(text);
  if (looks_like_formula(cell)) cell.insert(0, 1, '\'');
  constexpr std::string_view special = "\",;|\t\r\n";
  const bool has_outer_space = cell.starts_with(' ') || cell.ends_with(' ');
  if (cell.find_first_of(special) == std::string::npos && !has_outer_space) return cell;
  std::string quoted = "\"";
  for (const char c : cell) quoted.append(c == '"' ? 2 : 1, c);
  return quoted += '"';
}

std::string json_string(std::string_view text) {
  std::string string = "\"";
  for (const char c : text::to_display(text)) {
    if (c == '"' || c == '\\') {
      string += '\\';
      string += c;
    } else if (is_control(c)) {
      string += lab::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      string += c;
    }
  }
  return string += '"';
}

std::string markdown_cell(std::string_view text) {
  constexpr std::string_view special = "\\`*_[]<>|~&$";
  std::string cell;
  for (const char c : text::to_display(text)) {
    if (special.contains(c)) cell += '\\';
    cell += is_control(c) ? ' ' : c;
  }
  return cell;
}

}  // namespace weft::lab
