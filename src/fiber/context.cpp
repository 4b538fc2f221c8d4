#include "fiber/context.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <utility>

#include <emscripten/emscripten.h>
#include <emscripten/stack.h>

// Asyncify puts its functions in the place of these imports:
// https://github.com/WebAssembly/binaryen/blob/main/src/passes/Asyncify.cpp
// What calls `start_unwind` and `stop_rewind` is the end of what it unwinds, what calls `stop_unwind` and
// `start_rewind` the beginning; it leaves both as they are, and instruments what lies between.
#define WEFT_ASYNCIFY(name) extern "C" [[clang::import_module("asyncify"), clang::import_name(#name)]]
WEFT_ASYNCIFY(start_unwind) void weft_start_unwind(void* saved);
WEFT_ASYNCIFY(stop_unwind) void weft_stop_unwind();
WEFT_ASYNCIFY(start_rewind) void weft_start_rewind(void* saved);
WEFT_ASYNCIFY(stop_rewind) void weft_stop_rewind();
#undef WEFT_ASYNCIFY

extern "C" void _emscripten_stack_restore(std::uintptr_t pointer);  // NOLINT(readability-identifier-naming)
#ifndef NDEBUG
extern "C" void weft_set_stack_limits(std::uintptr_t base, std::uintptr_t end);
#endif

namespace weft::fiber {
namespace {

constexpr std::size_t alignment = 16;
constexpr std::uint64_t canary = 0x57656674'43616e79;  // "WeftCany"
constexpr std::size_t canary_words = 8;

struct Free {
  void operator()(void* memory) const { std::free(memory); }
};
using Memory = std::unique_ptr<std::byte[], Free>;

Memory allocate(std::size_t bytes) {
  void* memory = std::aligned_alloc(alignment, bytes);
  if (memory == nullptr) std::abort();
  return Memory(static_cast<std::byte*>(memory));
}

// Where the stack for calls is, and how far it is used.
struct CallStack {
  std::uintptr_t base;
  std::uintptr_t end;
  std::uintptr_t pointer;

  static CallStack current() {
    return {emscripten_stack_get_base(), emscripten_stack_get_end(), emscripten_stack_get_current()};
  }

  void make_current() const {
    // NOLINTNEXTLINE(performance-no-int-to-ptr): Emscripten hands them out as numbers, and takes pointers.
    emscripten_stack_set_limits(reinterpret_cast<void*>(base), reinterpret_cast<void*>(end));
#ifndef NDEBUG
    weft_set_stack_limits(base, end);
#endif
    _emscripten_stack_restore(pointer);
  }
};

// What Asyncify knows of a stack for unwinding; the order of the members is its.
struct Saved {
  std::byte* pointer;
  std::byte* end;
};

}  // namespace

struct Context::Native {
  StackSizes sizes;
  Memory call_memory;
  Memory unwind_memory;
  CallStack calls{};
  Saved saved{};
  Function entry;
  Function on_overflow;
  void* argument;
  bool has_started = false;

  // A call stack grows downwards, so its end is its first words.
  std::span<std::uint64_t> canaries() const {
    return {reinterpret_cast<std::uint64_t*>(call_memory.get()), canary_words};
  }

  bool overflowed() const {
    return saved.pointer > saved.end ||
           std::ranges::any_of(canaries(), [](std::uint64_t word) { return word != canary; });
  }

  // Returns when the context has been unwound.
  void run();
};

namespace {

enum class Phase : std::uint8_t { running, unwinding, rewinding };

// What lies between a switch and `enter`: global, as Asyncify's own state is.
struct Switching {
  void* next = nullptr;
  Phase phase = Phase::running;
};
constinit Switching switching;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

[[noreturn]] void die_of_running_on() {
  std::fputs("weft: a function went on after a switch of fibers: Asyncify has not instrumented it\n", stderr);
  std::abort();
}

}  // namespace

// The innermost function of what is unwound, which is called once more when it has been rewound. Were it made
// a part of its caller, that one would begin again from its start: neither the compiler nor, as it is
// exported, Binaryen does so.
extern "C" EMSCRIPTEN_KEEPALIVE [[gnu::noinline]] void weft_unwind(void* saved, std::uintptr_t* pointer) {
  switch (std::exchange(switching.phase, Phase::unwinding)) {
    case Phase::rewinding:
      switching.phase = Phase::running;
      weft_stop_rewind();
      return;
    case Phase::unwinding:
      die_of_running_on();
    case Phase::running:
      *pointer = emscripten_stack_get_current();
      weft_start_unwind(saved);
  }
}

void Context::Native::run() {
  calls.make_current();
  if (std::exchange(has_started, true)) {
    switching.phase = Phase::rewinding;
    weft_start_rewind(&saved);
  }
  // It never returns, but unwinds. A compiler that saw which function it is would leave out all that follows.
  Function opaque = entry;
  asm volatile("" : "+r"(opaque));
  opaque(argument);
  // Asyncify would trap at a stack that is too full, without saying whose it is.
  const bool is_lost = overflowed();
  if (is_lost) saved.end = std::max(saved.end, saved.pointer);
  weft_stop_unwind();
  switching.phase = Phase::running;
  if (is_lost) on_overflow(argument);
}

Context::Context(StackSizes sizes, Function entry, Function on_overflow, void* argument)
    : native_(std::make_unique<Native>(sizes, allocate(sizes.call), allocate(sizes.unwind))) {
  assert(sizes.call % alignment == 0 && sizes.unwind % alignment == 0);
  const auto end = reinterpret_cast<std::uintptr_t>(native_->call_memory.get());
  native_->calls = {.base = end + sizes.call, .end = end, .pointer = end + sizes.call};
  native_->saved = {native_->unwind_memory.get(), native_->unwind_memory.get() + sizes.unwind};
  native_->entry = entry;
  native_->on_overflow = on_overflow;
  native_->argument = argument;
  std::ranges::fill(native_->canaries(), canary);
}

Context::~Context() = default;

void Context::enter(Context& first) {
  const CallStack outside = CallStack::current();
  switching.next = first.native_.get();
  while (void* next = std::exchange(switching.next, nullptr)) static_cast<Native*>(next)->run();
  outside.make_current();
}

void Context::switch_to(Context& next) {
  switching.next = next.native_.get();
  weft_unwind(&native_->saved, &native_->calls.pointer);
}

void Context::leave() { weft_unwind(&native_->saved, &native_->calls.pointer); }

StackSizes Context::sizes() const { return native_->sizes; }

}  // namespace weft::fiber
