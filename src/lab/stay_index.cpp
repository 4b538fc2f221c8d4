#include "lab/stay_index.hpp"

#include <algorithm>
#include <utility>

namespace weft::lab {
namespace {

std::vector<Span> stays_in(const Timeline& timeline, double now_ms) {
  const double end_ms = timeline.end_ms(now_ms);
  std::vector<Span> stays;
  stays.reserve(timeline.size());
  // What fibers have done since the run is of no interest.
  const auto add = [&](Span stay) {
    if (stay.start_ms > end_ms) return;
    stay.end_ms = std::min(stay.end_ms, end_ms);
    stays.push_back(stay);
  };
  for (std::size_t index = 0; index < timeline.size(); ++index) add(timeline.at(index));
  for (const Lane* lane : timeline.lanes())
    if (lane->state != fiber::State::done) add(present_of(*lane, end_ms));
  return stays;
}

}  // namespace

bool is_given_by_another(const Span& stay) {
  using Kind = fiber::Cause::Kind;
  const auto [kind, by, call, order] = stay.cause;
  const bool is_given =
      kind == Kind::wake || kind == Kind::hand_over || kind == Kind::spawn || kind == Kind::cancel;
  return is_given && by != 0 && by != stay.fiber;
}

StayIndex::StayIndex(const Timeline& timeline, double now_ms) : StayIndex(stays_in(timeline, now_ms)) {}

StayIndex::StayIndex(std::vector<Span> stays) : stays_(std::move(stays)) {
  for (std::uint32_t place = 0; place < stays_.size(); ++place)
    by_fiber_[stays_[place].fiber].push_back(place);
}

const std::vector<std::uint32_t>* StayIndex::places_of(fiber::FiberId fiber) const {
  const auto found = by_fiber_.find(fiber);
  return found == by_fiber_.end() ? nullptr : &found->second;
}

const Span* StayIndex::last_of(fiber::FiberId fiber) const {
  const auto* places = places_of(fiber);
  return places == nullptr ? nullptr : &stays_[places->back()];
}

const Span* StayIndex::at(fiber::FiberId fiber, std::uint64_t order) const {
  const auto* places = places_of(fiber);
  if (places == nullptr) return nullptr;
  const auto after = std::ranges::lower_bound(
      *places, order, {}, [this](std::uint32_t place) { return stays_[place].cause.order; });
  return after == places->begin() ? nullptr : &stays_[*std::prev(after)];
}

const Span* StayIndex::after(const Span& stay) const {
  const auto* places = places_of(stay.fiber);
  if (places == nullptr) return nullptr;
  const auto after = std::ranges::upper_bound(
      *places, stay.cause.order, {}, [this](std::uint32_t place) { return stays_[place].cause.order; });
  return after == places->end() ? nullptr : &stays_[*after];
}

const Span* StayIndex::cause_of(const Span& stay) const {
  if (is_given_by_another(stay)) {
    if (const Span* theirs = at(stay.cause.by, stay.cause.order)) return theirs;
  }
  return before(stay);
}

const Span* StayIndex::reason_of(const Span& stay) const {
  const Span* next = after(stay);
  const bool was_ended_by_another =
      stay.state.phase() == fiber::Phase::waiting && next != nullptr && is_given_by_another(*next);
  if (!was_ended_by_another) return cause_of(stay);
  const Span* giver = at(next->cause.by, next->cause.order);
  return giver != nullptr ? giver : before(stay);
}

}  // namespace weft::lab
