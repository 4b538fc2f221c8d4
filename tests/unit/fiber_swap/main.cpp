// Runs the tests on the context that the program begins with, as a program with plain fibers has it.

#include <emscripten/em_js.h>
#include <gtest/gtest.h>

// Emscripten's swap has main return before its time, with any value, and calls it again.
EM_JS(void, fiber_swap_test_exit, (int code), { setImmediate(process.exit, code); });

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  fiber_swap_test_exit(RUN_ALL_TESTS());
}
