#include "fiber/generator.hpp"

#include <vector>

#include "fiber/event.hpp"
#include "support/fixture.hpp"

namespace weft::fiber {
namespace {

struct Letter {
  std::string& order;
  char on_exit;
  ~Letter() { order += on_exit; }
};

class GeneratorTest : public test::FiberTest {
 protected:
  Generator<int> count_to(int last) {
    return Generator<int>("count", [this, last](Generator<int>::Yield& yield) {
      const Letter letter{order, 'd'};
      for (int i = 1; i <= last; ++i) {
        if (!yield(i)) return;
      }
    });
  }
};

TEST_F(GeneratorTest, gives_its_values_in_order_and_then_ends) {
  std::vector<int> values;
  for (const int value : count_to(4)) values.push_back(value);
  EXPECT_EQ(values, (std::vector{1, 2, 3, 4}));
  let_others_run();
}

TEST_F(GeneratorTest, runs_nothing_before_the_first_value_is_asked_for) {
  Generator<int> generator("lazy", [this](Generator<int>::Yield& yield) {
    order += 'b';
    (void)yield(1);
  });
  let_others_run();
  EXPECT_EQ(order, "");
  EXPECT_EQ(generator.progress(), Progress::not_started);
  ASSERT_NE(generator.next(), nullptr);
  EXPECT_EQ(order, "b");
  EXPECT_EQ(generator.progress(), Progress::suspended);
}

TEST_F(GeneratorTest, hands_over_without_letting_others_run) {
  auto generator = count_to(3);
  scheduler.spawn("other", [this] { order += 'o'; });
  for (int i = 1; i <= 3; ++i) EXPECT_EQ(*generator.next(), i);
  EXPECT_EQ(order, "");
  let_others_run();
}

TEST_F(GeneratorTest, destroyed_half_way_runs_the_destructors_of_its_body) {
  {
    auto generator = count_to(100);
    EXPECT_EQ(*generator.next(), 1);
    EXPECT_EQ(order, "");
  }
  EXPECT_EQ(order, "d");
}

TEST_F(GeneratorTest, that_never_started_is_dropped_without_running) {
  {
    auto generator = count_to(3);
  }
  EXPECT_EQ(order, "");
}

TEST_F(GeneratorTest, that_ended_keeps_answering_with_the_end) {
  auto generator = count_to(1);
  EXPECT_NE(generator.next(), nullptr);
  EXPECT_EQ(generator.next(), nullptr);
  EXPECT_EQ(generator.next(), nullptr);
  EXPECT_EQ(generator.progress(), Progress::finished);
}

TEST_F(GeneratorTest, lets_others_run_while_its_body_waits) {
  Event gate;
  Generator<int> generator("waits", [&](Generator<int>::Yield& yield) {
    (void)gate.wait();
    (void)yield(1);
  });
  scheduler.spawn("opener", [&] {
    order += generator.progress() == Progress::waiting ? 'w' : '?';
    gate.set();
  });
  EXPECT_EQ(*generator.next(), 1);
  EXPECT_EQ(order, "w");
}

TEST_F(GeneratorTest, is_cancelled_with_its_consumer_while_its_body_waits) {
  Event never;
  const FiberId consumer = scheduler.spawn("consumer", [&] {
    Generator<int> generator("waits", [&](Generator<int>::Yield& yield) {
      const Letter letter{order, 'd'};
      if (never.wait() == Wake::cancelled) order += 'c';
      if (!yield(1)) order += 'n';
    });
    if (generator.next() == nullptr) order += 'e';
  });
  let_others_run();
  scheduler.cancel(consumer);
  for (int i = 0; i < 3; ++i) let_others_run();
  EXPECT_EQ(order, "cnde");
}

TEST_F(GeneratorTest, that_yields_to_a_consumer_cancelled_meanwhile_ends_cleanly) {
  Event gate;
  const FiberId consumer = scheduler.spawn("consumer", [&] {
    Generator<int> generator("waits", [&](Generator<int>::Yield& yield) {
      const Letter letter{order, 'd'};
      (void)gate.wait();
      order += yield(1) ? 'y' : 'n';
    });
    if (generator.next() == nullptr) order += 'e';
  });
  let_others_run();
  gate.set();  // the body is ready before its consumer is cancelled, and yields before its consumer runs
  scheduler.cancel(consumer);
  for (int i = 0; i < 3; ++i) let_others_run();
  EXPECT_EQ(order, "nde");
}

TEST_F(GeneratorTest, several_interleave_round_robin) {
  auto a = count_to(3), b = count_to(2);
  while (true) {
    const int* from_a = a.next();
    const int* from_b = b.next();
    if (from_a != nullptr) order += static_cast<char>('0' + *from_a);
    if (from_b != nullptr) order += static_cast<char>('a' - 1 + *from_b);
    if (from_a == nullptr && from_b == nullptr) break;
  }
  EXPECT_EQ(order, "1a2bd3d");
}

TEST_F(GeneratorTest, may_consume_another) {
  Generator<int> squares("squares", [&](Generator<int>::Yield& yield) {
    for (const int value : count_to(4)) {
      if (!yield(value * value)) return;
    }
  });
  std::vector<int> values;
  for (const int value : squares) values.push_back(value);
  EXPECT_EQ(values, (std::vector{1, 4, 9, 16}));
}

}  // namespace
}  // namespace weft::fiber
