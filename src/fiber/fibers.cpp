#include "fiber/fibers.hpp"

#include <utility>

namespace weft::fiber {

Fiber& Fibers::make(std::string name, std::unique_ptr<Body> body, StackSizes sizes) {
  std::unique_ptr<Fiber> owned = take_from_pool(sizes);
  Fiber& fiber = *owned;
  fiber.id_ = ++last_id_;
  fiber.name_ = std::move(name);
  fiber.body_ = std::move(body);
  live_.emplace(fiber.id_, std::move(owned));
  return fiber;
}

std::unique_ptr<Fiber> Fibers::take_from_pool(StackSizes sizes) {
  if (pool_.empty() || sizes != StackSizes{}) return std::make_unique<Fiber>(sizes);
  std::unique_ptr<Fiber> fiber = std::move(pool_.back());
  pool_.pop_back();
  return fiber;
}

void Fibers::retire(Fiber& fiber) {
  auto node = live_.extract(fiber.id_);
  if (fiber.context_.sizes() == StackSizes{} && pool_.size() < most_pooled_) {
    pool_.push_back(std::move(node.mapped()));
  }
}

void Fibers::count_time_from(double now_ms) {
  for (auto& [id, fiber] : live_) fiber->since_ms_ = now_ms;
}

Fiber* Fibers::find(FiberId id) const {
  const auto found = live_.find(id);
  return found == live_.end() ? nullptr : found->second.get();
}

}  // namespace weft::fiber
