#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <utility>

#include <emscripten/fiber.h>

namespace fiber_swap_test {

constexpr std::size_t call_bytes = 64 * 1024;
constexpr std::size_t unwind_bytes = 16 * 1024;

/// The context that runs the tests.
class MainContext {
 public:
  MainContext() { emscripten_fiber_init_from_current_context(&handle, unwind_stack_.data(), unwind_bytes); }
  MainContext(const MainContext&) = delete;
  MainContext& operator=(const MainContext&) = delete;

  emscripten_fiber_t handle;

 private:
  alignas(16) std::array<std::byte, unwind_bytes> unwind_stack_;
};

/// An Emscripten fiber that runs `body(self)`, and then swaps to `home` whenever it is swapped to.
class PlainFiber {
 public:
  using Body = std::function<void(PlainFiber&)>;

  PlainFiber(emscripten_fiber_t& home, Body body) : home_(home), body_(std::move(body)) { init(); }
  PlainFiber(const PlainFiber&) = delete;
  PlainFiber& operator=(const PlainFiber&) = delete;

  /// Forgets how far it has come.
  void init() {
    emscripten_fiber_init(&handle, run, this, call_stack_.data(), call_bytes, unwind_stack_.data(),
                          unwind_bytes);
  }

  /// Called on this fiber.
  void swap_to(emscripten_fiber_t& next) { emscripten_fiber_swap(&handle, &next); }
  void swap_home() { swap_to(home_); }

  bool owns(const void* address) const {
    const auto* byte = static_cast<const std::byte*>(address);
    return std::less_equal<>()(call_stack_.data(), byte) &&
           std::less<>()(byte, call_stack_.data() + call_bytes);
  }

  emscripten_fiber_t handle;

 private:
  static void run(void* argument) {
    auto& self = *static_cast<PlainFiber*>(argument);
    self.body_(self);
    while (true) self.swap_home();
  }

  emscripten_fiber_t& home_;
  Body body_;
  alignas(16) std::array<std::byte, call_bytes> call_stack_;
  alignas(16) std::array<std::byte, unwind_bytes> unwind_stack_;
};

}  // namespace fiber_swap_test
