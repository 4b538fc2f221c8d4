// An overflow ends the program, so each case runs in a program of its own: this one again, with one test
// picked.

#include <cstdlib>

#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>
#include <emscripten/stack.h>
#include <gmock/gmock.h>

#include "fiber/scheduler.hpp"
#include "support/fixture.hpp"

EM_JS(bool, weft_test_is_node, (), { return typeof process == 'object'; });

// What this program prints when it runs that one test.
EM_JS(char*, weft_test_output_of, (const char* test), {
  const {spawnSync} = require('node:child_process');
  const child = spawnSync(
      process.execPath,
      [process.argv[1], '--gtest_also_run_disabled_tests', `--gtest_filter=${UTF8ToString(test)}`]);
  const output = new Uint8Array([...child.stderr, ...child.stdout, 0]);
  const copy = _weft_test_allocate(output.length);
  HEAPU8.set(output, copy);
  return copy;
});
EM_JS_DEPS(weft_test_output, "$UTF8ToString");

extern "C" EMSCRIPTEN_KEEPALIVE void* weft_test_allocate(std::size_t size) { return std::malloc(size); }

namespace weft::fiber {
namespace {

class OverflowTest : public test::FiberTest {
 protected:
  void SetUp() override {
    if (!weft_test_is_node()) GTEST_SKIP() << "a page cannot start this program again";
  }

  static std::string output_of(const char* test) {
    char* output = weft_test_output_of(test);
    std::string text = output;
    std::free(output);
    return text;
  }
};

int use_call_stack(int depth) {
  volatile char block[1024];
  for (int i = 0; i < 1024; i += 64) block[i] = static_cast<char>(depth);
  const int below = depth == 0 ? 0 : use_call_stack(depth - 1);
  return below + block[depth % 16 * 64];
}

// Every frame must be saved when the innermost one yields.
int use_unwind_stack(Scheduler& scheduler, int depth) {
  if (depth == 0) {
    scheduler.yield_now();
    return 0;
  }
  return use_unwind_stack(scheduler, depth - 1) * 3 + depth;
}

TEST_F(OverflowTest, DISABLED_of_calls) {
  scheduler.spawn("greedy reader", [] { use_call_stack(200); });
  let_others_run();
}

// As if there were no checks by the compiler.
TEST_F(OverflowTest, DISABLED_of_calls_unchecked) {
  scheduler.spawn("secret reader", [this] {
    *reinterpret_cast<volatile char*>(emscripten_stack_get_end() - 1) = 0;
    scheduler.yield_now();
  });
  let_others_run();
}

TEST_F(OverflowTest, DISABLED_of_unwinding) {
  StackSizes sizes;
  sizes.unwind = 1024;
  scheduler.spawn("deep reader", [this] { use_unwind_stack(scheduler, 1000); }, sizes);
  let_others_run();
}

TEST_F(OverflowTest, of_calls_names_the_fiber) {
  EXPECT_THAT(output_of("OverflowTest.DISABLED_of_calls"), testing::HasSubstr("greedy reader"));
}

TEST_F(OverflowTest, of_calls_is_found_at_the_next_switch) {
  EXPECT_THAT(output_of("OverflowTest.DISABLED_of_calls_unchecked"),
              testing::HasSubstr("fiber 'secret reader' overflowed its stack"));
}

TEST_F(OverflowTest, of_unwinding_names_the_fiber) {
  EXPECT_THAT(output_of("OverflowTest.DISABLED_of_unwinding"),
              testing::HasSubstr("fiber 'deep reader' overflowed its stack"));
}

}  // namespace
}  // namespace weft::fiber
