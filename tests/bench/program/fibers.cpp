// What fibers cost: a round trip into a generator's fiber and back, a turn by way of the scheduler's queue, a
// life from spawn to finish, and the memory of many that wait.

#include <emscripten/emscripten.h>
#include <malloc.h>

#include "answer.hpp"
#include "fiber/event.hpp"
#include "fiber/generator.hpp"
#include "fiber/scheduler.hpp"
#include "fiber/task_group.hpp"

namespace weft::bench {
namespace {

constexpr double ns_per_ms = 1e6;

double bytes_in_use() { return static_cast<double>(mallinfo().uordblks); }

/// `measure` runs on a fiber and returns nanoseconds, or bytes, of one.
template <class Measure>
void on_fiber(Measure measure) {
  fiber::Scheduler::get().spawn("bench", [=] { answer({measure()}); });
}

double generate(int count) {
  fiber::Generator<int> numbers("numbers", [=](fiber::Generator<int>::Yield& yield) {
    for (int i = 0; i < count && yield(i); ++i) {
    }
  });
  const double begun_ms = now_ms();
  int seen = 0;
  while (numbers.next() != nullptr) ++seen;
  return seen == count ? (now_ms() - begun_ms) * ns_per_ms / count : -1;
}

/// Keeps what it is told, as whoever looks at causes does.
class Watcher final : public fiber::Observer {
 public:
  void on_transition(const fiber::Fiber&, const fiber::Transition& transition) override {
    last_ = transition;
    ++told_;
  }
  int told() const { return told_; }

 private:
  fiber::Transition last_{.from = fiber::State::done, .to = fiber::State::done, .at_ms = 0, .cause = {}};
  int told_ = 0;
};

double generate_watched(int count) {
  Watcher watcher;
  fiber::Scheduler::get().set_observer(&watcher);
  const double ns = generate(count);
  fiber::Scheduler::get().set_observer(nullptr);
  return watcher.told() > 4 * count ? ns : -1;
}

/// What an observer costs for its times alone: the clock is asked at every switch.
double ask_clock(int count) {
  const double begun_ms = now_ms();
  double sum = 0;
  for (int i = 0; i < 2 * count; ++i) sum += fiber::Scheduler::get().now_ms();
  return sum > 0 ? (now_ms() - begun_ms) * ns_per_ms / count : -1;
}

double take_turns(int count) {
  fiber::TaskGroup group;
  const double begun_ms = now_ms();
  for (int fiber = 0; fiber < 2; ++fiber) {
    group.spawn("turns", [=] {
      for (int i = 0; i < count; ++i) fiber::Scheduler::get().yield_now();
    });
  }
  (void)group.join();
  return (now_ms() - begun_ms) * ns_per_ms / (2.0 * count);
}

double spawn_and_finish(int count) {
  constexpr int at_once = 100;
  const double begun_ms = now_ms();
  int finished = 0;
  for (int batch = 0; batch < count / at_once; ++batch) {
    fiber::TaskGroup group;
    for (int i = 0; i < at_once; ++i) group.spawn("short", [&finished] { ++finished; });
    (void)group.join();
  }
  return finished == count ? (now_ms() - begun_ms) * ns_per_ms / count : -1;
}

double bytes_of_one_waiting(int count) {
  fiber::Event gate;
  fiber::TaskGroup group;
  const double before = bytes_in_use();
  for (int i = 0; i < count; ++i) group.spawn("waiting", [&gate] { (void)gate.wait(); });
  fiber::Scheduler::get().yield_now();
  const double bytes = (bytes_in_use() - before) / count;
  gate.set();
  (void)group.join();
  return bytes;
}

}  // namespace
}  // namespace weft::bench

extern "C" {

EMSCRIPTEN_KEEPALIVE void weft_bench_generate(int count) {
  weft::bench::on_fiber([=] { return weft::bench::generate(count); });
}

EMSCRIPTEN_KEEPALIVE void weft_bench_generate_watched(int count) {
  weft::bench::on_fiber([=] { return weft::bench::generate_watched(count); });
}

EMSCRIPTEN_KEEPALIVE void weft_bench_ask_clock(int count) {
  weft::bench::on_fiber([=] { return weft::bench::ask_clock(count); });
}

EMSCRIPTEN_KEEPALIVE void weft_bench_take_turns(int count) {
  weft::bench::on_fiber([=] { return weft::bench::take_turns(count); });
}

EMSCRIPTEN_KEEPALIVE void weft_bench_spawn(int count) {
  weft::bench::on_fiber([=] { return weft::bench::spawn_and_finish(count); });
}

EMSCRIPTEN_KEEPALIVE void weft_bench_memory(int count) {
  weft::bench::on_fiber([=] { return weft::bench::bytes_of_one_waiting(count); });
}
}
