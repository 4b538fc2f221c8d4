// C++20 coroutines that do what fibers.cpp measures: a generator, short lives, and many that wait.

#include <coroutine>
#include <utility>
#include <vector>

#include <emscripten/emscripten.h>
#include <malloc.h>

#include "answer.hpp"

namespace weft::bench {
namespace {

constexpr double ns_per_ms = 1e6;

class Coroutine {
 public:
  struct promise_type {
    int value = 0;
    Coroutine get_return_object() { return Coroutine(Handle::from_promise(*this)); }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int next) noexcept {
      value = next;
      return {};
    }
    void return_void() noexcept {}
    void unhandled_exception() noexcept {}
  };
  using Handle = std::coroutine_handle<promise_type>;

  explicit Coroutine(Handle handle) : handle_(handle) {}
  Coroutine(Coroutine&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Coroutine& operator=(Coroutine&&) = delete;
  ~Coroutine() {
    if (handle_) handle_.destroy();
  }

  /// Runs it to its next yield; false at its end.
  bool resume() {
    handle_.resume();
    return !handle_.done();
  }

 private:
  Handle handle_;
};

// Behind a call that is not inlined, the compiler cannot make a loop of the coroutine.
[[gnu::noinline]] Coroutine numbers(int count) {
  for (int i = 0; i < count; ++i) co_yield i;
}

[[gnu::noinline]] Coroutine short_life(int& finished) {
  ++finished;
  co_return;
}

double generate(int count) {
  Coroutine generator = numbers(count);
  const double begun_ms = now_ms();
  int seen = 0;
  while (generator.resume()) ++seen;
  return seen == count ? (now_ms() - begun_ms) * ns_per_ms / count : -1;
}

double spawn_and_finish(int count) {
  const double begun_ms = now_ms();
  int finished = 0;
  for (int i = 0; i < count; ++i) {
    Coroutine coroutine = short_life(finished);
    coroutine.resume();
  }
  return finished == count ? (now_ms() - begun_ms) * ns_per_ms / count : -1;
}

double bytes_of_one_waiting(int count) {
  std::vector<Coroutine> waiting;
  waiting.reserve(static_cast<std::size_t>(count));
  const auto before = static_cast<double>(mallinfo().uordblks);
  for (int i = 0; i < count; ++i) {
    waiting.push_back(numbers(1));
    waiting.back().resume();
  }
  return (static_cast<double>(mallinfo().uordblks) - before) / count;
}

}  // namespace
}  // namespace weft::bench

extern "C" {

EMSCRIPTEN_KEEPALIVE void weft_bench_coroutine_generate(int count) {
  weft::bench::answer({weft::bench::generate(count)});
}

EMSCRIPTEN_KEEPALIVE void weft_bench_coroutine_spawn(int count) {
  weft::bench::answer({weft::bench::spawn_and_finish(count)});
}

EMSCRIPTEN_KEEPALIVE void weft_bench_coroutine_memory(int count) {
  weft::bench::answer({weft::bench::bytes_of_one_waiting(count)});
}
}
