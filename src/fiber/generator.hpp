#pragma once

#include <iterator>
#include <memory>
#include <string>
#include <utility>

#include "fiber/scheduler.hpp"

namespace weft::fiber {

/// How far a generator has come.
enum class Progress {
  /// Nobody has asked for a value; not a line of the body has run.
  not_started,
  /// The body stands at a yield.
  suspended,
  /// The body runs.
  running,
  /// The body waits for something of its own.
  waiting,
  /// The body has returned.
  finished,
};

/// The part of a generator that does not depend on the type of its values.
class GeneratorCore {
 public:
  GeneratorCore() = default;
  GeneratorCore(const GeneratorCore&) = delete;
  GeneratorCore& operator=(const GeneratorCore&) = delete;

  template <class F>
  void start(std::string name, F&& body) {
    fiber_ =
        &Scheduler::get().spawn_suspended(std::move(name), [this, body = std::forward<F>(body)]() mutable {
          body();
          finish();
        });
    id_ = fiber_->id();
  }

  /// On the consumer's fiber: runs the body to its next yield. Null at the end.
  void* next();
  /// On the generator's fiber: hands `value` to the consumer. False if nobody wants more.
  bool yield(void* value);
  /// On the consumer's fiber: runs the body to its end without taking more values.
  void close();

  Progress progress() const;
  FiberId id() const { return id_; }

 private:
  void resume();
  void finish();

  Fiber* fiber_ = nullptr;
  Fiber* consumer_ = nullptr;
  FiberId id_ = 0;
  void* value_ = nullptr;
  bool has_started_ = false;
  bool is_closing_ = false;
};

/// Values that come one by one from a body that runs on its own fiber and may wait between them.
///
///     Generator<int> numbers("numbers", [](Generator<int>::Yield& yield) {
///       for (int i = 0; yield(i); ++i) fiber::Scheduler::get().sleep(10);
///     });
///     for (int n : numbers) …
///
/// The body starts at the first `next`. `next` hands the processor straight to the body, and a yield hands it
/// straight back: the scheduler's queue is used only where the body itself waits. One fiber at a time may
/// consume a generator.
template <class T>
class Generator {
 public:
  /// Given to the body. `yield(value)` returns when the next value is wanted, or false when the consumer has
  /// closed the generator or was cancelled: the body must then return, without yielding again.
  class Yield {
   public:
    explicit Yield(GeneratorCore& core) : core_(core) {}
    [[nodiscard]] bool operator()(T value) { return core_.yield(&value); }

   private:
    GeneratorCore& core_;
  };

  /// `body` is called as `body(yield)` with a `Yield&`.
  template <class F>
  Generator(std::string name, F&& body) : core_(std::make_unique<GeneratorCore>()) {
    core_->start(std::move(name), [core = core_.get(), body = std::forward<F>(body)]() mutable {
      Yield yield(*core);
      body(yield);
    });
  }

  Generator(Generator&&) noexcept = default;
  Generator& operator=(Generator&&) = delete;

  /// Closes.
  ~Generator() {
    if (core_) core_->close();
  }

  /// Suspends the calling fiber until the body yields or ends. The value lives until the next call; null at
  /// the end, or when the calling fiber is cancelled: then the body is cancelled too, and has ended when this
  /// returns.
  T* next() { return static_cast<T*>(core_->next()); }

  /// Ends the body where it stands: its yield returns false. Returns when it has ended. A body that never
  /// started never will. Called on a fiber, unless the generator has not started or is finished.
  void close() { core_->close(); }

  Progress progress() const { return core_->progress(); }

  /// The fiber of the body; it is no longer live when the generator is finished.
  FiberId fiber() const { return core_->id(); }

  class Iterator {
   public:
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    explicit Iterator(Generator& generator) : generator_(&generator), value_(generator.next()) {}
    T& operator*() const { return *value_; }
    Iterator& operator++() {
      value_ = generator_->next();
      return *this;
    }
    void operator++(int) { ++*this; }
    bool operator==(std::default_sentinel_t) const { return value_ == nullptr; }

   private:
    Generator* generator_;
    T* value_;
  };

  Iterator begin() { return Iterator(*this); }
  std::default_sentinel_t end() const { return {}; }

 private:
  std::unique_ptr<GeneratorCore> core_;
};

}  // namespace weft::fiber
