#pragma once

#include "fiber/host.hpp"

namespace weft::fiber {

/// The event loop of a browser, or of Node. JavaScript calls `weft_pump`, which pumps the module's scheduler.
class BrowserHost : public Host {
 public:
  double now_ms() override;
  void request_pump(When when) override;
  void request_pump_at(double at_ms) override;
};

}  // namespace weft::fiber
