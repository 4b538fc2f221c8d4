#include <gmock/gmock.h>

#include "lab/lab_fixture.hpp"
#include "lab/trace_format.hpp"
#include "oracles/script.hpp"

namespace weft::lab {
namespace {

class TraceTest : public test::LabTest {
 protected:
  /// What a reader of the format finds in the trace of the last run.
  std::string found() { return test::run_script("../lab/trace_check.mjs", lab->runs().trace()); }
};

TEST_F(TraceTest, holds_every_read_once_and_an_arrow_to_what_it_let_go_on) {
  add("a\"\\\n", "0123456789");
  add("ready", "01234");
  for (const Mode mode : {Mode::async, Mode::sync}) {
    run({.mode = mode, .concurrency = 1, .chunk_bytes = 4});
    EXPECT_EQ(lab->runs().run().report().reads, 5U);
    EXPECT_THAT(found(), testing::HasSubstr("reads: /data/a\"\\\n 0+4=4, /data/a\"\\\n 4+4=4, /data/a\"\\\n "
                                            "8+2=2, /data/ready 0+4=4, /data/ready 4+1=1\n"
                                            "most in flight: 1, at the end: 0\n"));
  }
  EXPECT_THAT(found(), testing::HasSubstr("arrows: none"));
  run({.mode = Mode::async, .concurrency = 1});
  EXPECT_THAT(found(), testing::StartsWith("reads: ")) << "no mistake comes before";
  EXPECT_THAT(found(), testing::HasSubstr("arrows: some"));
  EXPECT_THAT(found(), testing::HasSubstr("ready, its reads"));
}

TEST_F(TraceTest, holds_a_read_that_was_given_up) {
  add("a", "text");
  backend->hold();
  ASSERT_TRUE(lab->runs().start({}, {}));
  frames_until([&] { return !backend->held().empty(); });
  lab->activities().cancel();
  finish();
  EXPECT_THAT(found(), testing::StartsWith("reads: \n"));
}

TEST_F(TraceTest, is_empty_unless_a_run_has_ended) {
  EXPECT_EQ(lab->runs().trace(), "");
  add("a", "text");
  ASSERT_TRUE(lab->runs().start({}, {}));
  EXPECT_EQ(lab->runs().trace(), "");
  finish();
  lab->runs().download_trace();
  EXPECT_EQ(offered, "weft-trace.json application/json\n" + lab->runs().trace());
}

}  // namespace
}  // namespace weft::lab
