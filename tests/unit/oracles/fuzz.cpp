#include "oracles/fuzz.hpp"

#include <random>

#include <emscripten/em_js.h>

// NaN if the environment has no such number.
EM_JS(double, weft_test_number_of_environment, (const char* name),
      { return parseInt(process.env[UTF8ToString(name)], 10); });

EM_JS_DEPS(weft_test_fuzz, "$UTF8ToString");

namespace weft::test {
namespace {

double number_of_environment(const char* name, double otherwise) {
  const double number = weft_test_number_of_environment(name);
  return number >= 0 ? number : otherwise;
}

}  // namespace

Fuzz fuzz(std::size_t rounds) {
  const double drawn = std::random_device()() % 1'000'000'000;
  return {.seed = static_cast<std::uint32_t>(number_of_environment("WEFT_FUZZ_SEED", drawn)),
          .rounds = static_cast<std::size_t>(
              number_of_environment("WEFT_FUZZ_ROUNDS", static_cast<double>(rounds)))};
}

}  // namespace weft::test
