// The contract of <emscripten/fiber.h>. The same tests run on Emscripten's own swap, which says what is
// right.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <emscripten/stack.h>
#include <gmock/gmock.h>

#include "fiber_swap/plain_fiber.hpp"

namespace fiber_swap_test {
namespace {

class FiberSwapTest : public ::testing::Test {
 protected:
  std::unique_ptr<PlainFiber> fiber(PlainFiber::Body body) {
    return std::make_unique<PlainFiber>(main_.handle, std::move(body));
  }

  void swap_to(PlainFiber& next) { emscripten_fiber_swap(&main_.handle, &next.handle); }

  MainContext main_;
  std::string order_;
};

TEST_F(FiberSwapTest, a_fiber_starts_with_its_argument) {
  const PlainFiber* seen = nullptr;
  const auto one = fiber([&](PlainFiber& self) { seen = &self; });
  EXPECT_EQ(seen, nullptr);
  swap_to(*one);
  EXPECT_EQ(seen, one.get());
}

TEST_F(FiberSwapTest, a_swap_returns_when_someone_swaps_back) {
  const auto one = fiber([&](PlainFiber& self) {
    order_ += 'b';
    self.swap_home();
    order_ += 'd';
  });
  order_ += 'a';
  swap_to(*one);
  order_ += 'c';
  swap_to(*one);
  order_ += 'e';
  EXPECT_EQ(order_, "abcde");
}

TEST_F(FiberSwapTest, a_fiber_and_main_take_turns_ten_thousand_times) {
  constexpr int turns = 10'000;
  int steps = 0;
  const auto one = fiber([&](PlainFiber& self) {
    while (true) {
      ++steps;
      self.swap_home();
    }
  });
  for (int turn = 1; turn <= turns; ++turn) {
    swap_to(*one);
    ASSERT_EQ(steps, turn);
  }
}

TEST_F(FiberSwapTest, fibers_swap_with_each_other) {
  PlainFiber* other = nullptr;
  const auto one = fiber([&](PlainFiber& self) {
    for (int turn = 0; turn < 3; ++turn) {
      order_ += '1';
      self.swap_to(other->handle);
    }
  });
  const auto two = fiber([&](PlainFiber& self) {
    for (int turn = 0; turn < 3; ++turn) {
      order_ += '2';
      self.swap_to(one->handle);
    }
  });
  other = two.get();
  swap_to(*one);
  EXPECT_EQ(order_, "121212");
}

TEST_F(FiberSwapTest, a_fiber_goes_on_whoever_swaps_to_it) {
  const auto sleeper = fiber([&](PlainFiber& self) {
    order_ += 's';
    self.swap_home();
    order_ += 'S';
  });
  const auto waker = fiber([&](PlainFiber& self) {
    order_ += 'w';
    self.swap_to(sleeper->handle);
    order_ += 'W';
  });
  swap_to(*sleeper);
  swap_to(*waker);
  order_ += 'm';
  swap_to(*waker);
  EXPECT_EQ(order_, "swSmW");
}

// Its locals are of every kind that has to be kept: in WebAssembly's locals, and on the stack in memory.
double descend(PlainFiber& self, int depth, double factor) {
  volatile std::int64_t in_memory = std::int64_t{1} << (depth % 40);
  float small = static_cast<float>(depth) / 4;
  if (depth == 0) {
    self.swap_home();
  } else {
    factor += descend(self, depth - 1, factor * 2);
  }
  return factor + small + static_cast<double>(in_memory);
}

TEST_F(FiberSwapTest, locals_survive) {
  double without_swaps = 0;
  double with_swaps = 0;
  const auto one = fiber([&](PlainFiber& self) { with_swaps = descend(self, 30, 1.5); });
  const auto two = fiber([&](PlainFiber& self) { without_swaps = descend(self, 30, 1.5); });
  swap_to(*one);
  swap_to(*two);
  EXPECT_EQ(with_swaps, 0);
  swap_to(*two);
  swap_to(*one);
  double expected = 1.5;
  for (int depth = 30; depth > 0; --depth) expected *= 2;
  for (int depth = 0; depth <= 30; ++depth) {
    if (depth > 0) expected += 1.5 * static_cast<double>(std::int64_t{1} << (30 - depth));
    expected += static_cast<double>(depth) / 4 + static_cast<double>(std::int64_t{1} << depth);
  }
  EXPECT_DOUBLE_EQ(with_swaps, expected);
  EXPECT_DOUBLE_EQ(without_swaps, expected);
}

TEST_F(FiberSwapTest, many_fibers_take_turns) {
  constexpr int count = 200;
  constexpr int rounds = 5;
  std::vector<int> steps(count);
  std::vector<std::unique_ptr<PlainFiber>> ring;
  for (int i = 0; i < count; ++i) {
    ring.push_back(fiber([&, i](PlainFiber& self) {
      while (true) {
        ++steps[i];
        if (i + 1 < count) {
          self.swap_to(ring[i + 1]->handle);
        } else {
          self.swap_home();
        }
      }
    }));
  }
  for (int round = 0; round < rounds; ++round) swap_to(*ring.front());
  EXPECT_THAT(steps, testing::Each(rounds));
}

TEST_F(FiberSwapTest, a_fiber_runs_on_its_own_stack) {
  bool owns_local = false;
  bool owns_local_later = false;
  std::uintptr_t base = 0;
  const auto one = fiber([&](PlainFiber& self) {
    volatile int local = 0;
    owns_local = self.owns(const_cast<const int*>(&local));
    self.swap_home();
    volatile int other = 0;
    owns_local_later = self.owns(const_cast<const int*>(&other));
    base = emscripten_stack_get_base();
  });
  swap_to(*one);
  swap_to(*one);
  EXPECT_TRUE(owns_local);
  EXPECT_TRUE(owns_local_later);
  EXPECT_EQ(base, reinterpret_cast<std::uintptr_t>(one->handle.stack_base));
}

TEST_F(FiberSwapTest, main_goes_on_on_its_own_stack) {
  const std::uintptr_t base = emscripten_stack_get_base();
  const std::uintptr_t end = emscripten_stack_get_end();
  const std::uintptr_t current = emscripten_stack_get_current();
  const auto one = fiber([](PlainFiber& self) { self.swap_home(); });
  for (int turn = 0; turn < 3; ++turn) {
    swap_to(*one);
    EXPECT_EQ(emscripten_stack_get_base(), base);
    EXPECT_EQ(emscripten_stack_get_end(), end);
    EXPECT_EQ(emscripten_stack_get_current(), current);
  }
}

int swap_below(int depth, MainContext& context, PlainFiber& next) {
  volatile int local = depth;
  if (depth > 0) return swap_below(depth - 1, context, next) + local;
  emscripten_fiber_swap(&context.handle, &next.handle);
  return local;
}

TEST_F(FiberSwapTest, main_swaps_again_from_elsewhere_when_it_has_gone_on) {
  int steps = 0;
  const auto one = fiber([&](PlainFiber& self) {
    while (true) {
      ++steps;
      self.swap_home();
    }
  });
  EXPECT_EQ(swap_below(10, main_, *one), 55);
  EXPECT_EQ(swap_below(3, main_, *one), 6);
  swap_to(*one);
  EXPECT_EQ(steps, 3);
}

TEST_F(FiberSwapTest, main_may_have_another_handle_each_time) {
  emscripten_fiber_t* home = &main_.handle;
  int steps = 0;
  const auto one = fiber([&](PlainFiber& self) {
    while (true) {
      ++steps;
      self.swap_to(*home);
    }
  });
  swap_to(*one);
  const auto again = std::make_unique<MainContext>();
  home = &again->handle;
  emscripten_fiber_swap(&again->handle, &one->handle);
  EXPECT_EQ(steps, 2);
}

TEST_F(FiberSwapTest, a_fiber_may_have_a_second_handle_made_from_its_current_context) {
  const auto second = std::make_unique<MainContext>();
  const auto one = fiber([&](PlainFiber&) {
    order_ += 'a';
    emscripten_fiber_init_from_current_context(&second->handle, second->handle.asyncify_data.stack_ptr,
                                               unwind_bytes);
    emscripten_fiber_swap(&second->handle, &main_.handle);
    order_ += 'c';
  });
  swap_to(*one);
  order_ += 'b';
  emscripten_fiber_swap(&main_.handle, &second->handle);
  EXPECT_EQ(order_, "abc");
}

TEST_F(FiberSwapTest, a_fiber_that_is_initialized_again_starts_again) {
  int starts = 0;
  const auto one = fiber([&](PlainFiber&) { ++starts; });
  swap_to(*one);
  one->init();
  swap_to(*one);
  EXPECT_EQ(starts, 2);
}

}  // namespace
}  // namespace fiber_swap_test
