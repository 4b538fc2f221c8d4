#pragma once

#include <limits>

#include "fiber/host.hpp"

namespace weft::fiber {

/// What is asked of the host: one pump soon and one at a moment at the most, and nothing while one runs, as
/// its end asks for what is left.
class PumpRequests {
 public:
  /// `host` must outlive this.
  explicit PumpRequests(Host& host) : host_(host) {}

  /// A fiber is ready.
  void ask_soon() {
    if (!is_pumping_) ask(Host::When::soon);
  }
  /// The earliest timer is due at `at_ms`; infinity if there is none.
  void ask_at(double at_ms);

  /// Around a pump, which begins at `now_ms`. The next timer is due at `next_timer_ms`; infinity for none.
  void begin(double now_ms);
  void end(bool is_any_ready, double next_timer_ms);

 private:
  void ask(Host::When when);

  static constexpr double never = std::numeric_limits<double>::infinity();

  Host& host_;
  bool is_pumping_ = false;
  bool is_asked_ = false;
  double asked_at_ms_ = never;
};

}  // namespace weft::fiber
