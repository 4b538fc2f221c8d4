#include "lab/step_lines.hpp"

#include "text/line_reader.hpp"
#include "text/utf8.hpp"
#include "vfs/chunk_reader.hpp"
#include "vfs/file.hpp"

namespace weft::lab {

vfs::Result<void> step_lines(vfs::FileSystem& files, const StepSource& source, std::size_t index,
                             std::uint32_t chunk_bytes, fiber::Generator<SteppedLine>::Yield& yield) {
  auto file = vfs::File::open(files, source.path);
  if (!file) return std::unexpected(std::move(file.error()));
  vfs::ChunkReader chunks(*file, chunk_bytes);
  text::LineReader lines(chunks);
  while (true) {
    const auto line = lines.next();
    if (!line) return std::unexpected(line.error());
    if (!*line) return {};
    const bool is_wanted = yield({.source = index,
                                  .path = source.path,
                                  .name = source.name,
                                  .number = (*line)->number,
                                  .offset = (*line)->offset,
                                  .text = text::to_display((*line)->text)});
    if (!is_wanted) return {};
  }
}

}  // namespace weft::lab
