#include "reading/worker_pool.hpp"

#include <span>

#include <emscripten/emscripten.h>

#include "text/packed_counts.hpp"
#include "vfs/source.hpp"

// web/reading/counting.lib.js. Tickets, sizes and figures are doubles.
extern "C" {
/// `job` is handed back in `weft_counting_progress`, while the ticket is pending.
void weft_counting_start(double ticket, weft::vfs::SourceId source, double size, double chunk_bytes,
                         int passes, double latency_ms, double most_unpacked_bytes, void* job);
void weft_counting_abort(double ticket);
int weft_counting_limit();
int weft_counting_peak();
void weft_counting_reset_peak();
}

namespace weft::reading {

void WorkerPool::start(CountJob& job, fiber::Ticket ticket) {
  weft_counting_start(ticket.to_number(), job.source.id(), static_cast<double>(job.size),
                      static_cast<double>(job.chunk_bytes), job.passes, job.source.latency_ms(),
                      static_cast<double>(job.decode.most_unpacked_bytes), &job);
}

void WorkerPool::abort(fiber::Ticket ticket) { weft_counting_abort(ticket.to_number()); }

std::size_t WorkerPool::most_workers() const { return static_cast<std::size_t>(weft_counting_limit()); }

std::size_t WorkerPool::peak_busy() const { return static_cast<std::size_t>(weft_counting_peak()); }

void WorkerPool::reset_peak() { weft_counting_reset_peak(); }

}  // namespace weft::reading

/// `figures` are what the worker's `pack` made.
extern "C" EMSCRIPTEN_KEEPALIVE void weft_counting_progress(weft::reading::CountJob* job,
                                                            const double* figures, double reads,
                                                            double wait_ms, double cpu_ms) {
  constexpr std::size_t count = weft::text::packed_size;
  const auto [counts, trouble] = weft::text::unpack(std::span<const double, count>(figures, count));
  job->so_far = {.counts = counts.figures(),
                 .reads = static_cast<std::uint64_t>(reads),
                 .wait_ms = wait_ms,
                 .cpu_ms = cpu_ms,
                 .form = counts.form,
                 .trouble = trouble};
  if (job->on_progress) job->on_progress();
}
