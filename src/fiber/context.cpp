#include "fiber/context.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <cstdlib>
#include <span>

#include <emscripten/fiber.h>

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

}  // namespace

struct Context::Native {
  emscripten_fiber_t fiber{};
  StackSizes sizes;
  Memory call_stack;
  Memory unwind_stack;

  // A call stack grows downwards, so its end is its first words. Emscripten keeps two words of its own there.
  std::span<std::uint64_t> canaries() const {
    return {reinterpret_cast<std::uint64_t*>(call_stack.get() + alignment), canary_words};
  }
};

Context::Context() : native_(std::make_unique<Native>()) {
  native_->sizes.call = 0;
  native_->unwind_stack = allocate(native_->sizes.unwind);
  emscripten_fiber_init_from_current_context(&native_->fiber, native_->unwind_stack.get(),
                                             native_->sizes.unwind);
}

Context::Context(StackSizes sizes, Entry entry, void* argument) : native_(std::make_unique<Native>()) {
  assert(sizes.call % alignment == 0 && sizes.unwind % alignment == 0);
  native_->sizes = sizes;
  native_->call_stack = allocate(sizes.call);
  native_->unwind_stack = allocate(sizes.unwind);
  std::ranges::fill(native_->canaries(), canary);
  emscripten_fiber_init(&native_->fiber, entry, argument, native_->call_stack.get(), sizes.call,
                        native_->unwind_stack.get(), sizes.unwind);
}

Context::~Context() = default;

void Context::switch_to(Context& next) { emscripten_fiber_swap(&native_->fiber, &next.native_->fiber); }

bool Context::overflowed() const {
  const auto& asyncify = native_->fiber.asyncify_data;
  if (asyncify.stack_ptr > asyncify.stack_limit) return true;
  if (!native_->call_stack) return false;
  return std::ranges::any_of(native_->canaries(), [](std::uint64_t word) { return word != canary; });
}

StackSizes Context::sizes() const { return native_->sizes; }

}  // namespace weft::fiber
