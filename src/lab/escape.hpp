#pragma once

#include <string>
#include <string_view>

/// Texts of unknown origin, such as the names of files, made fit to stand in a file of another format. Each
/// takes any bytes; what is not UTF-8 becomes U+FFFD.
namespace weft::lab {

/// One cell of a CSV file, quoted where RFC 4180 or a reader that guesses the delimiter needs it. What a
/// spreadsheet would take for a formula gets an apostrophe before it, which makes it a text. Not for numbers.
std::string csv_cell(std::string_view text);

/// A string of JSON, with its quotes.
std::string json_string(std::string_view text);

/// One cell of a Markdown table, which shows the text as it is: no emphasis, links or HTML. Line ends and
/// other control characters become spaces.
std::string markdown_cell(std::string_view text);

}  // namespace weft::lab
