#include "lab/critical_path.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "reading/waits.hpp"
#include "vfs/waits.hpp"

namespace weft::lab {
namespace {

using fiber::Phase;
using fiber::State;

/// How long fibers had the thread in a stretch of time, and how long one of them blocked it.
struct Occupation {
  double running_ms = 0;
  double blocking_ms = 0;
};

/// When fibers had the thread. At most one has it at a time, so the stays are in order.
class Thread {
 public:
  explicit Thread(std::span<const Span> stays) {
    for (const Span& stay : stays) {
      if (has_thread(stay.state)) stays_.push_back(&stay);
    }
  }

  Occupation between(double from_ms, double to_ms) const {
    Occupation occupation;
    auto stay = std::ranges::upper_bound(stays_, from_ms, {}, &Span::end_ms);
    for (; stay != stays_.end() && (*stay)->start_ms < to_ms; ++stay) {
      const double ms = std::min((*stay)->end_ms, to_ms) - std::max((*stay)->start_ms, from_ms);
      ((*stay)->state.phase() == Phase::blocking ? occupation.blocking_ms : occupation.running_ms) += ms;
    }
    return occupation;
  }

 private:
  std::vector<const Span*> stays_;
};

bool is_wait_for_outside(PathPart part) { return part == PathPart::reads || part == PathPart::workers; }

PathPart part_of(State state) {
  if (state == State::running) return PathPart::computing;
  if (state == State::blocking) return PathPart::blocked;
  if (state == State::ready) return PathPart::turns;
  if (state == State(vfs::for_read)) return PathPart::reads;
  if (state == State(reading::for_worker)) return PathPart::workers;
  return PathPart::other;
}

class Walk {
 public:
  Walk(const StayIndex& stays, double start_ms) : stays_(stays), thread_(stays.all()), start_ms_(start_ms) {}

  CriticalPath back_from(fiber::FiberId last, double end_ms) {
    const Span* stay = stays_.last_of(last);
    double until_ms = end_ms;
    while (until_ms > start_ms_ && stay != nullptr) {
      until_ms = leave_out_gap(*stay, until_ms);
      const double from_ms = std::clamp(stay->start_ms, start_ms_, until_ms);
      add(*stay, from_ms, until_ms);
      until_ms = from_ms;
      stay = stays_.cause_of(*stay);
    }
    if (until_ms > start_ms_) add({}, start_ms_, until_ms);
    std::ranges::reverse(path_.steps);
    return std::move(path_);
  }

 private:
  /// Where the stays do not join, something has made room. Returns where what is known goes on.
  double leave_out_gap(const Span& stay, double until_ms) {
    const double known_ms = std::clamp(stay.end_ms, start_ms_, until_ms);
    add({}, known_ms, until_ms);
    return known_ms;
  }

  // They come from the end to the start.
  void add(const Span& stay, double from_ms, double to_ms) {
    if (to_ms <= from_ms) return;
    const auto parts = divide(stay, from_ms, to_ms);
    for (std::size_t part = 0; part < path_part_count; ++part) path_.ms[part] += parts[part];
    const auto most = static_cast<PathPart>(std::ranges::max_element(parts) - parts.begin());
    path_.steps.push_back({.stay = stay, .part = most, .from_ms = from_ms, .to_ms = to_ms});
  }

  std::array<double, path_part_count> divide(const Span& stay, double from_ms, double to_ms) const {
    std::array<double, path_part_count> parts = {};
    const auto ms_of = [&parts](PathPart part) -> double& { return parts[static_cast<std::size_t>(part)]; };
    const PathPart own = part_of(stay.state);
    ms_of(own) = to_ms - from_ms;
    if (own != PathPart::turns && !is_wait_for_outside(own)) return parts;
    // Whatever is waited for, nobody can go on while the thread is blocked.
    const Occupation others = thread_.between(from_ms, to_ms);
    ms_of(own) -= others.blocking_ms;
    ms_of(PathPart::blocked) += others.blocking_ms;
    if (own != PathPart::turns) return parts;
    const double page_ms = std::max(0.0, ms_of(own) - others.running_ms);
    ms_of(own) -= page_ms;
    ms_of(PathPart::page) += page_ms;
    return parts;
  }

  const StayIndex& stays_;
  Thread thread_;
  double start_ms_;
  CriticalPath path_;
};

}  // namespace

std::string_view name_of(PathPart part) {
  constexpr std::array<std::string_view, path_part_count> names = {"reads",   "workers", "turns", "computing",
                                                                   "blocked", "page",    "other"};
  return names[static_cast<std::size_t>(part)];
}

double CriticalPath::whole_ms() const { return std::accumulate(ms.begin(), ms.end(), 0.0); }

double CriticalPath::share(PathPart part) const {
  const double whole = whole_ms();
  return whole > 0 ? ms[static_cast<std::size_t>(part)] / whole : 0;
}

CriticalPath critical_path_of(const StayIndex& stays, fiber::FiberId last, double start_ms, double end_ms) {
  return Walk(stays, start_ms).back_from(last, end_ms);
}

}  // namespace weft::lab
