#pragma once

#include <cstddef>
#include <memory>

namespace weft::fiber {

/// How much memory a fiber's two stacks get, in bytes, both multiples of 16.
struct StackSizes {
  /// The stack that C++ code uses for what has an address.
  std::size_t call = 64 * 1024;
  /// Where Asyncify saves WebAssembly locals while the fiber is switched out. It grows with the depth of
  /// calls.
  std::size_t unwind = 16 * 1024;
  friend bool operator==(const StackSizes&, const StackSizes&) = default;
};

/// A stack on which execution can be left and taken up again: the only code that knows Asyncify.
///
/// It is a fiber as Emscripten's <emscripten/fiber.h> has it, switched by Asyncify's own functions instead of
/// `emscripten_fiber_swap`: that one goes through JavaScript twice a switch and unwinds whatever stack called
/// it, the page's own too. Here a switch stays in WebAssembly, which takes 35 ns instead of 120, and what
/// calls `enter` stays where it is, so that it need not be instrumented.
///
/// There is one global Asyncify state in a module, so contexts are switched on one thread only.
class Context {
 public:
  using Function = void (*)(void* argument);

  /// A new stack on which `entry(argument)` runs when it is first switched to. `entry` must never return.
  /// `on_overflow(argument)` is called at a switch away from it if either of its stacks was used beyond its
  /// end. Memory next to it may be damaged by then, so it must end the program.
  Context(StackSizes sizes, Function entry, Function on_overflow, void* argument);
  ~Context();
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  /// Called on no context: runs `first`, and those that it switches to, until one of them leaves.
  static void enter(Context& first);

  /// Called on this context: goes on in `next`. Returns when someone switches back to `*this`, or enters it.
  void switch_to(Context& next);

  /// Called on this context: `enter` returns to its caller. Returns when someone switches back to `*this`, or
  /// enters it.
  void leave();

  StackSizes sizes() const;

 private:
  struct Native;
  std::unique_ptr<Native> native_;
};

}  // namespace weft::fiber
