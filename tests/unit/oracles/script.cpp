#include "oracles/script.hpp"

#include <cstdint>
#include <cstdlib>
#include <memory>

#include <emscripten/em_js.h>

#include "oracles/packed_reader.hpp"

// The result begins with its size, as 8 bytes.
EM_JS(char*, weft_test_run_script, (const char* path, const char* input, double size), {
  const {execFileSync} = require('node:child_process');
  const script = UTF8ToString(path);
  const program = script.endsWith('.py') ? 'python3' : process.execPath;
  const output =
      execFileSync(program, [script], {input: HEAPU8.slice(input, input + size), maxBuffer: Infinity});
  const result = _malloc(8 + output.length);
  new DataView(HEAPU8.buffer).setBigUint64(result, BigInt(output.length), true);
  HEAPU8.set(output, result + 8);
  return result;
});

EM_JS_DEPS(weft_test_script, "$UTF8ToString");

namespace weft::test {

std::string run_script(std::string_view name, std::string_view input) {
  const std::unique_ptr<char, decltype(&std::free)> output(
      weft_test_run_script(beside_the_tests(name).c_str(), input.data(), static_cast<double>(input.size())),
      std::free);
  return PackedReader(output.get()).bytes();
}

std::string beside_the_tests(std::string_view relative) {
  const std::string_view here = __FILE__;
  return std::string(here.substr(0, here.rfind('/') + 1)).append(relative);
}

}  // namespace weft::test
