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

/// A place where execution can be left and taken up again: the only code that knows Emscripten's fiber API.
///
/// There is one global Asyncify state in a module, so contexts are switched from one thread only, and never
/// from within a JavaScript import that itself sleeps.
class Context {
 public:
  using Entry = void (*)(void* argument);

  /// Stands for the stack that is running now; it is filled by the first `switch_to` away from it.
  Context();

  /// A new stack on which `entry(argument)` runs at the first switch to it. `entry` must never return.
  Context(StackSizes sizes, Entry entry, void* argument);

  ~Context();
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  /// Saves the running stack in `*this` and continues in `next`. Returns when someone switches back to
  /// `*this`.
  void switch_to(Context& next);

  /// True once either of the two stacks was used beyond its end. Memory next to it may be damaged by then:
  /// the only thing left to do is to report it.
  bool overflowed() const;

  StackSizes sizes() const;

 private:
  struct Native;
  std::unique_ptr<Native> native_;
};

}  // namespace weft::fiber
