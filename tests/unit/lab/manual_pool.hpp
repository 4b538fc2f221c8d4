#pragma once

#include <algorithm>
#include <cerrno>
#include <string>
#include <vector>

#include "fiber/scheduler.hpp"
#include "reading/counting_pool.hpp"
#include "vfs/source.hpp"

namespace weft::test {

/// Workers that a test plays: it says what they have found, and when. Jobs go by the size of their file,
/// which is what tells them apart.
class ManualPool final : public reading::CountingPool {
 public:
  /// From now on jobs wait for `show`, `finish` or `fail`; else they are finished as soon as they are begun.
  void hold() { is_holding_ = true; }

  /// The sizes of the files that are in work, in the order they came: "3 5 ".
  std::string at_work() const {
    std::string sizes;
    for (const Work& work : works_) sizes += std::to_string(work.job->size) + ' ';
    return sizes;
  }

  void show(std::uint64_t size, const reading::WorkerCount& count) { tell(*find(size), count); }

  void finish(std::uint64_t size) {
    const Work work = take(size);
    tell(work, found_in(*work.job));
    fiber::Scheduler::get().complete(work.ticket, {.error = 0, .value = 0});
  }

  void fail(std::uint64_t size, int error) {
    fiber::Scheduler::get().complete(take(size).ticket, {.error = error, .value = 0});
  }

  /// What it finds in a file of that size.
  static reading::WorkerCount found_in(const reading::CountJob& job) {
    return {.counts = {.bytes = job.size, .lines = 1, .words = 2, .chars = 3, .longest_line = 4},
            .reads = 2,
            .wait_ms = 30,
            .cpu_ms = 70};
  }

  void start(reading::CountJob& job, fiber::Ticket ticket) override {
    works_.push_back({&job, ticket});
    peak_ = std::max(peak_, works_.size());
    last_chunk_bytes = job.chunk_bytes;
    last_passes = job.passes;
    last_latency_ms = job.source.latency_ms();
    if (!is_holding_) finish(job.size);
  }

  void abort(fiber::Ticket ticket) override {
    std::erase_if(works_, [&](const Work& work) { return work.ticket.to_number() == ticket.to_number(); });
  }

  std::size_t most_workers() const override { return 2; }
  std::size_t peak_busy() const override { return peak_; }
  void reset_peak() override { peak_ = works_.size(); }

  std::size_t last_chunk_bytes = 0;
  int last_passes = 0;
  double last_latency_ms = -1;

 private:
  struct Work {
    reading::CountJob* job;
    fiber::Ticket ticket;
  };

  std::vector<Work>::iterator find(std::uint64_t size) {
    return std::ranges::find_if(works_, [size](const Work& work) { return work.job->size == size; });
  }

  Work take(std::uint64_t size) {
    const auto found = find(size);
    const Work work = *found;
    works_.erase(found);
    return work;
  }

  static void tell(const Work& work, const reading::WorkerCount& count) {
    work.job->so_far = count;
    if (work.job->on_progress) work.job->on_progress();
  }

  bool is_holding_ = false;
  std::size_t peak_ = 0;
  std::vector<Work> works_;
};

}  // namespace weft::test
