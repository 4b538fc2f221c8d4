#pragma once

#include <cstddef>
#include <iterator>

namespace weft::reading {

/// Goes through what has `Item* next()`, null at the end.
template <class Sequence, class Item>
class PullIterator {
 public:
  using value_type = Item;
  using difference_type = std::ptrdiff_t;
  explicit PullIterator(Sequence& sequence) : sequence_(&sequence), item_(sequence.next()) {}
  const Item& operator*() const { return *item_; }
  PullIterator& operator++() {
    item_ = sequence_->next();
    return *this;
  }
  void operator++(int) { ++*this; }
  bool operator==(std::default_sentinel_t) const { return item_ == nullptr; }

 private:
  Sequence* sequence_;
  Item* item_;
};

}  // namespace weft::reading
