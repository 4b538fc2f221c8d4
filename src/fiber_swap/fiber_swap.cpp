// `emscripten_fiber_swap` of <emscripten/fiber.h>, by Asyncify's own functions and without JavaScript.
// README.md tells how it works.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include <emscripten/emscripten.h>
#include <emscripten/fiber.h>
#include <emscripten/stack.h>

// Asyncify puts its functions in the place of these imports:
// https://github.com/WebAssembly/binaryen/blob/main/src/passes/Asyncify.cpp
// What calls `start_unwind` and `stop_rewind` is the end of what it unwinds, what calls `stop_unwind` and
// `start_rewind` the beginning; it leaves both as they are, and instruments what lies between.
#define FIBER_SWAP_ASYNCIFY(name) extern "C" [[clang::import_module("asyncify"), clang::import_name(#name)]]
FIBER_SWAP_ASYNCIFY(start_unwind) void fiber_swap_start_unwind(asyncify_data_t* data);
FIBER_SWAP_ASYNCIFY(stop_unwind) void fiber_swap_stop_unwind();
FIBER_SWAP_ASYNCIFY(start_rewind) void fiber_swap_start_rewind(asyncify_data_t* data);
FIBER_SWAP_ASYNCIFY(stop_rewind) void fiber_swap_stop_rewind();
#undef FIBER_SWAP_ASYNCIFY

extern "C" void _emscripten_stack_restore(void* pointer);  // NOLINT(readability-identifier-naming)
#ifndef NDEBUG
// In fiber_swap.lib.js, for what Emscripten's checks of stacks keep beside them.
extern "C" void fiber_swap_set_stack_limits(void* base, void* limit);
extern "C" void fiber_swap_write_stack_cookie();
#endif

namespace {

enum class Phase : std::uint8_t { running, unwinding, rewinding };

// Global, as Asyncify's own state is.
struct Swapping {
  // At the bottom of the running fiber's stack; null while no fiber runs.
  em_arg_callback_func entry = nullptr;
  emscripten_fiber_t* next = nullptr;
  Phase phase = Phase::running;
};
constinit Swapping swapping;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

[[noreturn]] void die(const char* reason) {
  std::fputs(reason, stderr);
  std::abort();
}

void* stack_pointer() {
  // Emscripten hands it out as a number, and keeps it as a pointer.
  // NOLINTNEXTLINE(performance-no-int-to-ptr)
  return reinterpret_cast<void*>(emscripten_stack_get_current());
}

void use_stack_of(const emscripten_fiber_t& fiber) {
  emscripten_stack_set_limits(fiber.stack_base, fiber.stack_limit);
#ifndef NDEBUG
  fiber_swap_set_stack_limits(fiber.stack_base, fiber.stack_limit);
#endif
  _emscripten_stack_restore(fiber.stack_ptr);
}

// Emscripten keeps a number for the function to rewind from as well.
int to_rewind_id(em_arg_callback_func entry) {
  return static_cast<int>(reinterpret_cast<std::uintptr_t>(entry));
}

em_arg_callback_func to_entry(int rewind_id) {
  // NOLINTNEXTLINE(performance-no-int-to-ptr): it was one in `to_rewind_id`.
  return reinterpret_cast<em_arg_callback_func>(static_cast<std::uintptr_t>(rewind_id));
}

// Returns when the fiber has been unwound.
void run(emscripten_fiber_t& fiber) {
  use_stack_of(fiber);
  if (fiber.entry != nullptr) {
    swapping.entry = std::exchange(fiber.entry, nullptr);
#ifndef NDEBUG
    fiber_swap_write_stack_cookie();
#endif
  } else {
    swapping.entry = to_entry(fiber.asyncify_data.rewind_id);
    swapping.phase = Phase::rewinding;
    fiber_swap_start_rewind(&fiber.asyncify_data);
  }
  // It never returns, but unwinds. A compiler that saw which function it is would leave out all that follows.
  em_arg_callback_func opaque = swapping.entry;
  asm volatile("" : "+r"(opaque));
  opaque(fiber.user_data);
  if (std::exchange(swapping.phase, Phase::running) != Phase::unwinding)
    die("emscripten_fiber_swap: a fiber's entry returned\n");
  fiber_swap_stop_unwind();
}

}  // namespace

extern "C" {

// Neither this function nor the next may be made a part of another one, as the next is the end of what is
// unwound, and this one is not. The compiler is told so; Binaryen leaves in one piece what is exported.

// From the context on which no fiber runs: it stays where it is until a fiber swaps to it.
[[gnu::noinline]] EMSCRIPTEN_KEEPALIVE void fiber_swap_run(emscripten_fiber_t* outside,
                                                           emscripten_fiber_t* first) {
  outside->stack_ptr = stack_pointer();
  for (swapping.next = first; swapping.next != outside;) run(*swapping.next);
  swapping.entry = nullptr;
  use_stack_of(*outside);
}

[[gnu::noinline]] EMSCRIPTEN_KEEPALIVE void emscripten_fiber_swap(emscripten_fiber_t* old_fiber,
                                                                  emscripten_fiber_t* new_fiber) {
  switch (swapping.phase) {
    case Phase::rewinding:
      swapping.phase = Phase::running;
      fiber_swap_stop_rewind();
      return;
    case Phase::unwinding:
      die("emscripten_fiber_swap: a function went on, as Asyncify has not instrumented it\n");
    case Phase::running:
      if (swapping.entry == nullptr) {
        fiber_swap_run(old_fiber, new_fiber);
        return;
      }
      old_fiber->stack_ptr = stack_pointer();
      old_fiber->asyncify_data.rewind_id = to_rewind_id(swapping.entry);
      swapping.next = new_fiber;
      swapping.phase = Phase::unwinding;
      fiber_swap_start_unwind(&old_fiber->asyncify_data);
  }
}

}  // extern "C"
