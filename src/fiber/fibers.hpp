#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "fiber/fiber.hpp"

namespace weft::fiber {

/// The fibers there are: the live ones by their numbers, and a pool of those that are done, kept for their
/// stacks.
class Fibers {
 public:
  /// At most `most_pooled` are kept; the stacks of the others are given back to the heap.
  explicit Fibers(std::size_t most_pooled) : most_pooled_(most_pooled) {}

  /// A fiber that is live from now on, with a number of its own. It has no turn yet.
  Fiber& make(std::string name, std::unique_ptr<Body> body, StackSizes sizes);

  /// `fiber` is done, and live no longer. It may be destroyed here.
  void retire(Fiber& fiber);

  /// The live fiber of that number, or null.
  Fiber* find(FiberId id) const;

  /// Of the present stay of each live fiber counts what comes after `now_ms`.
  void count_time_from(double now_ms);

  std::size_t live() const { return live_.size(); }
  std::size_t pooled() const { return pool_.size(); }

 private:
  std::unique_ptr<Fiber> take_from_pool(StackSizes sizes);

  std::size_t most_pooled_;
  FiberId last_id_ = 0;
  std::unordered_map<FiberId, std::unique_ptr<Fiber>> live_;
  std::vector<std::unique_ptr<Fiber>> pool_;
};

}  // namespace weft::fiber
