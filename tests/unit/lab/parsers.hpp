#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace weft::test {

/// The records of a CSV file as Papa Parse reads them, with a delimiter of its own guess.
std::vector<std::vector<std::string>> parse_csv(std::string_view text);

/// What JavaScript finds at a place such as "files.0.path" of a JSON text: a string as it is, anything else
/// as JSON, "undefined" where there is nothing. Aborts on what is no JSON.
std::string find_in_json(std::string_view text, std::string_view place);

}  // namespace weft::test
