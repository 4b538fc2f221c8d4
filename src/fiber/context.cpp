#include "fiber/context.hpp"

#include <array>
#include <cassert>
#include <cstdint>
#include <cstdlib>

#include <emscripten/fiber.h>

namespace weft::fiber {
namespace {

constexpr std::size_t alignment = 16;
constexpr std::uint64_t canary = 0x57656674'43616e79;  // "WeftCany"
using Canaries = std::array<std::uint64_t, 8>;

struct Free {
  void operator()(void* memory) const { std::free(memory); }
};
using Memory = std::unique_ptr<std::byte[], Free>;

Memory allocate(std::size_t bytes) {
  void* memory = std::aligned_alloc(alignment, bytes);
  if (memory == nullptr) std::abort();
  return Memory(static_cast<std::byte*>(memory));
}

// The page's own thread of control, which enters: one, as Asyncify's state is. A swap that unwinds it saves a
// handful of functions.
struct Outside {
  emscripten_fiber_t handle;
  alignas(alignment) std::array<std::byte, 4096> unwind_stack;
};
constinit Outside outside{};  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

}  // namespace

// The stack for unwinding grows upwards, the one for calls downwards. The canaries lie between the ends of
// both, so they tell of an overflow of either, which does not leave this memory at once.
struct Context::Native {
  emscripten_fiber_t handle;
  StackSizes sizes;
  Memory memory;

  // At each switch: a loop would take longer than the rest of it.
  [[gnu::always_inline]] bool is_damaged() const {
    std::uint64_t damage = 0;
#pragma clang loop unroll(full)
    for (const std::uint64_t word : canaries()) damage |= word ^ canary;
    return damage != 0;
  }

  Canaries& canaries() const { return *reinterpret_cast<Canaries*>(memory.get() + sizes.unwind); }
};

Context::Context(StackSizes sizes, Function entry, void* argument)
    : native_(std::make_unique<Native>(emscripten_fiber_t{}, sizes,
                                       allocate(sizes.unwind + sizeof(Canaries) + sizes.call))) {
  assert(sizes.call % alignment == 0 && sizes.unwind % alignment == 0);
  native_->canaries().fill(canary);
  std::byte* const unwind_stack = native_->memory.get();
  std::byte* const call_stack = unwind_stack + sizes.unwind + sizeof(Canaries);
  emscripten_fiber_init(&native_->handle, entry, argument, call_stack, sizes.call, unwind_stack,
                        sizes.unwind);
}

Context::~Context() = default;

void Context::enter(Context& first) {
  if (outside.handle.stack_base == nullptr) {
    emscripten_fiber_init_from_current_context(&outside.handle, outside.unwind_stack.data(),
                                               outside.unwind_stack.size());
  }
  emscripten_fiber_swap(&outside.handle, &first.native_->handle);
}

void Context::switch_to(Context& next) {
  check();
  emscripten_fiber_swap(&native_->handle, &next.native_->handle);
}

void Context::leave() {
  check();
  emscripten_fiber_swap(&native_->handle, &outside.handle);
}

void Context::check() const {
  if (native_->is_damaged()) std::abort();
}

bool Context::has_overflowed() const { return native_->is_damaged(); }

StackSizes Context::sizes() const { return native_->sizes; }

}  // namespace weft::fiber
