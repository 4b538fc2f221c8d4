#include "lab/parsers.hpp"

#include <cstdlib>
#include <memory>

#include <emscripten/em_js.h>

// Cells end with U+001F, records with U+001E.
EM_JS(char*, weft_test_parse_csv, (const char* library, const char* text), {
  const { data } = require(UTF8ToString(library)).parse(UTF8ToString(text), { skipEmptyLines: true });
  const records = data.map((record) => record.map((cell) => cell + '\x1F').join(""));
  return stringToNewUTF8(records.map((record) => record + '\x1E').join(""));
});

EM_JS(char*, weft_test_find_in_json, (const char* text, const char* place), {
  let value = JSON.parse(UTF8ToString(text));
  for (const name of UTF8ToString(place).split('.')) value = value?.[name];
  return stringToNewUTF8(typeof value == 'string' ? value : String(JSON.stringify(value)));
});

EM_JS_DEPS(weft_test_parsers, "$UTF8ToString,$stringToNewUTF8");

namespace weft::test {
namespace {

std::string taken(char* text) {
  const std::unique_ptr<char, decltype(&std::free)> owned(text, std::free);
  return owned.get();
}

std::string papa_parse() {
  const std::string_view here = __FILE__;
  return std::string(here.substr(0, here.rfind('/'))) + "/../../../web/node_modules/papaparse";
}

/// The parts of `text` that end with `end`.
std::vector<std::string> ended_by(char end, const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from < text.size(); from = text.find(end, from) + 1)
    parts.push_back(text.substr(from, text.find(end, from) - from));
  return parts;
}

}  // namespace

std::vector<std::vector<std::string>> parse_csv(std::string_view text) {
  const std::string parsed = taken(weft_test_parse_csv(papa_parse().c_str(), std::string(text).c_str()));
  std::vector<std::vector<std::string>> records;
  for (const std::string& record : ended_by('\x1E', parsed)) records.push_back(ended_by('\x1F', record));
  return records;
}

std::string find_in_json(std::string_view text, std::string_view place) {
  return taken(weft_test_find_in_json(std::string(text).c_str(), std::string(place).c_str()));
}

}  // namespace weft::test
