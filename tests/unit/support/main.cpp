// Runs every test on one large fiber, so that a test may wait for the event loop like the code that it tests.

#include <emscripten/em_js.h>
#include <gtest/gtest.h>

#include "fiber/scheduler.hpp"
#include "support/test_host.hpp"

// After the last pump has returned: leaving from within a fiber would leave its stack behind. A page has no
// exit code; it looks at `weftTestResult`.
EM_JS(void, weft_test_exit, (int code), {
  globalThis.weftTestResult = code;
  if (typeof process == 'object') setImmediate(() => process.exit(code));
});

namespace {

constexpr weft::fiber::StackSizes large_stacks{.call = 4 * 1024 * 1024, .unwind = 1024 * 1024};

}  // namespace

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  static weft::fiber::Scheduler scheduler(weft::test::TestHost::get());
  scheduler.spawn("tests", [] { weft_test_exit(RUN_ALL_TESTS()); }, large_stacks);
  return 0;
}
