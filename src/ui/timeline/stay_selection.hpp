#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "lab/stay_index.hpp"
#include "lab/timeline.hpp"

namespace weft::ui {

/// The stay of a fiber that a person looks at, and the way they came to it from effect to cause. All panels
/// that show stays share it.
class StaySelection {
 public:
  /// It outlives this.
  explicit StaySelection(const lab::Timeline& timeline) : timeline_(timeline) {}

  /// The stays of the timeline as it is in this frame; what it refers to is valid for as long.
  const lab::StayIndex& stays();

  /// Nothing if there is none, or it has made room.
  std::optional<lab::Span> selected();
  void select(const lab::Span& stay);
  void clear() { way_.clear(); }

  /// To what made the selected stay end, or begin, of those that took more than a 200th of the run; without a
  /// selected one to where the run ends. Stays where it is if no cause is known.
  void go_to_cause();
  bool can_go_back() const { return way_.size() > 1; }
  void go_back();

 private:
  struct Place {
    fiber::FiberId fiber = 0;
    std::uint64_t order = 0;
  };

  const lab::Timeline& timeline_;
  lab::StayIndex stays_;
  std::uint64_t indexed_ = 0;
  int indexed_in_frame_ = -1;
  /// From where it began to the selected one.
  std::vector<Place> way_;
};

}  // namespace weft::ui
