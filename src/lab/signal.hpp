#pragma once

#include <functional>
#include <vector>

namespace weft::lab {

/// Tells whoever has asked for it, in the order in which they did. A listener must not wait, and lives as
/// long as the signal.
template <class... Values>
class Signal {
 public:
  using Listener = std::function<void(Values...)>;

  void connect(Listener listener) { listeners_.push_back(std::move(listener)); }

  void emit(Values... values) const {
    for (const Listener& listener : listeners_) listener(values...);
  }

 private:
  std::vector<Listener> listeners_;
};

}  // namespace weft::lab
