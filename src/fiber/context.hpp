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

/// A stack on which execution can be left and taken up again: a fiber of Emscripten's <emscripten/fiber.h>.
/// What swaps it is chosen when a program is linked (cmake/WeftFibers.cmake).
///
/// There is one global Asyncify state in a module, so contexts are switched on one thread only.
class Context {
 public:
  using Function = void (*)(void* argument);

  /// A new stack on which `entry(argument)` runs when it is first switched to. `entry` must never return. A
  /// stack that was used beyond its end ends the program at the next switch away from it, as memory next to
  /// it may be damaged by then; `has_overflowed` tells why.
  Context(StackSizes sizes, Function entry, void* argument);
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

  /// True if either stack was used beyond its end.
  bool has_overflowed() const;

  StackSizes sizes() const;

 private:
  struct Native;
  // Apart, so that a switch stays small enough to be a part of what calls it: there is less to unwind.
  [[gnu::noinline]] void check() const;
  std::unique_ptr<Native> native_;
};

}  // namespace weft::fiber
