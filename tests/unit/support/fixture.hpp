#pragma once

#include <string>

#include <gtest/gtest.h>

#include "fiber/scheduler.hpp"
#include "support/event_loop.hpp"
#include "support/test_host.hpp"

namespace weft::test {

/// A test whose body runs on a fiber of its own, and which must leave nothing behind.
class FiberTest : public ::testing::Test {
 protected:
  void TearDown() override {
    TestHost::get().release_clock();
    EXPECT_EQ(scheduler.fibers().live(), 1U) << "a fiber is still live";
    EXPECT_EQ(scheduler.operations().pending(), 0U) << "an operation is still pending";
  }

  /// Lets every other fiber run until it waits.
  void let_others_run() { scheduler.yield_now(); }

  fiber::Scheduler& scheduler = fiber::Scheduler::get();
  /// What happened, in order, a letter each: compared with "CBA" and the like.
  std::string order;
};

}  // namespace weft::test
