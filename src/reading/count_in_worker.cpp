#include "reading/count_in_worker.hpp"

#include <system_error>

#include "fiber/operation.hpp"
#include "reading/text_error.hpp"
#include "reading/waits.hpp"
#include "vfs/detail.hpp"

namespace weft::reading {

vfs::Result<WorkerCount> count_in_worker(CountingPool& pool, vfs::File& file, const WorkerOptions& options) {
  const vfs::Result<vfs::Source> source = file.lend();
  if (!source) return std::unexpected(source.error());
  CountJob job{.source = *source,
               .size = file.size(),
               .chunk_bytes = options.chunk_bytes,
               .passes = options.passes,
               .decode = options.decode,
               .on_progress = [&] {
                 if (options.on_progress) options.on_progress(job.so_far);
               }};
  fiber::Operation operation(&pool);
  pool.start(job, operation.ticket());
  const auto outcome = vfs::from_numbers<void>(operation.wait(for_worker));
  file.count_reads(job.so_far.reads);
  if (!outcome) return std::unexpected(vfs::to_error(outcome.error(), vfs::Verb::read, file.path()));
  if (job.so_far.trouble != text::TextTrouble::none)
    return std::unexpected(to_error(job.so_far.trouble, file.path(), options.decode));
  return job.so_far;
}

}  // namespace weft::reading
