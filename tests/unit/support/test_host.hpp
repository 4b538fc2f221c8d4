#pragma once

#include <optional>

#include "fiber/browser_host.hpp"

namespace weft::test {

/// The event loop of Node, with a clock that a test may take over.
class TestHost final : public fiber::BrowserHost {
 public:
  /// The module's host.
  static TestHost& get();

  double now_ms() override { return stopped_at_ms_ ? *stopped_at_ms_ : fiber::BrowserHost::now_ms(); }

  void request_pump_at(double at_ms) override;

  /// Stops the clock at `at_ms`; from now on only `advance` moves it.
  void stop_clock(double at_ms) { stopped_at_ms_ = at_ms; }

  /// Moves the stopped clock and lets what is due by then run, before it returns to the calling fiber.
  void advance(double ms);

  /// Gives the clock back to the machine.
  void release_clock();

 private:
  std::optional<double> stopped_at_ms_;
};

}  // namespace weft::test
