// Iterating a file's lines and its CSV rows, read from a File object as the page reads it.

#include <cstddef>
#include <cstdint>
#include <memory>

#include <emscripten/emscripten.h>

#include "answer.hpp"
#include "fiber/scheduler.hpp"
#include "reading/csv_rows.hpp"
#include "reading/lines.hpp"
#include "vfs/drop_backend.hpp"
#include "vfs/file_system.hpp"

namespace weft::bench {
namespace {

/// Mounts one File of JavaScript's; `measure` gets it open, on a fiber, and returns two figures.
template <class Measure>
void with_file(vfs::BlobId blob, double size, Measure measure) {
  fiber::Scheduler::get().spawn("bench", [=] {
    const double begun_ms = now_ms();
    auto dropped = std::make_shared<vfs::DropBackend>();
    vfs::FileSystem files;
    (void)files.mount("/drop", dropped);
    dropped->add("file", static_cast<std::uint64_t>(size), blob);
    auto file = vfs::File::open(files, "/drop/file");
    if (!file) return answer({-1});
    const auto [count, total] = measure(*file);
    answer({now_ms() - begun_ms, static_cast<double>(count), static_cast<double>(total)});
  });
}

struct Figures {
  std::uint64_t count = 0;
  std::uint64_t total = 0;
};

}  // namespace
}  // namespace weft::bench

extern "C" {

EMSCRIPTEN_KEEPALIVE void weft_bench_lines(weft::vfs::BlobId blob, double size, std::size_t chunk_bytes) {
  weft::bench::with_file(blob, size, [=](weft::vfs::File& file) {
    weft::bench::Figures figures;
    weft::reading::Lines lines = weft::reading::lines(file, {.chunk_bytes = chunk_bytes});
    while (const weft::text::Line* line = lines.next()) {
      ++figures.count;
      figures.total += line->text.size();
    }
    return figures;
  });
}

EMSCRIPTEN_KEEPALIVE void weft_bench_rows(weft::vfs::BlobId blob, double size, std::size_t chunk_bytes) {
  weft::bench::with_file(blob, size, [=](weft::vfs::File& file) {
    weft::bench::Figures figures;
    weft::reading::CsvRows rows = weft::reading::csv_rows(file, {.chunk_bytes = chunk_bytes});
    while (const weft::text::CsvRow* row = rows.next()) {
      ++figures.count;
      figures.total += row->fields.size();
    }
    return figures;
  });
}
}
