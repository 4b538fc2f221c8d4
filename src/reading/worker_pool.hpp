#pragma once

#include "reading/counting_pool.hpp"

namespace weft::reading {

/// The page's workers, `Module.weftCounting` (web/reading/counting-pool.js). Without them every job fails
/// with ENOTSUP.
class WorkerPool final : public CountingPool {
 public:
  void start(CountJob& job, fiber::Ticket ticket) override;
  void abort(fiber::Ticket ticket) override;
  std::size_t most_workers() const override;
  std::size_t peak_busy() const override;
  void reset_peak() override;
};

}  // namespace weft::reading
