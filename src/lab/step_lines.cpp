#include "lab/step_lines.hpp"

#include "lab/csv_text.hpp"
#include "reading/csv_reader.hpp"
#include "reading/line_reader.hpp"
#include "text/utf8.hpp"
#include "vfs/chunk_reader.hpp"
#include "vfs/file.hpp"

namespace weft::lab {

vfs::Result<void> step_lines(vfs::FileSystem& files, const StepSource& source, std::size_t index,
                             const Stepper::Options& options, fiber::Generator<SteppedLine>::Yield& yield) {
  auto file = vfs::File::open(files, source.path, {.tenure = vfs::Tenure::lasting});
  if (!file) return std::unexpected(std::move(file.error()));
  vfs::ChunkReader chunks(*file, options.chunk_bytes);
  reading::LineReader lines(chunks, options.decode);
  while (true) {
    const auto line = lines.next();
    if (!line) return std::unexpected(line.error());
    if (!*line) return {};
    const bool is_wanted = yield({.source = index,
                                  .path = source.path,
                                  .name = source.name,
                                  .number = (*line)->number,
                                  .offset = (*line)->offset,
                                  .length = (*line)->length,
                                  .text = text::to_display((*line)->text)});
    if (!is_wanted) return {};
  }
}

vfs::Result<void> step_rows(vfs::FileSystem& files, const StepSource& source, std::size_t index,
                            const Stepper::Options& options, fiber::Generator<SteppedLine>::Yield& yield) {
  auto file = vfs::File::open(files, source.path, {.tenure = vfs::Tenure::lasting});
  if (!file) return std::unexpected(std::move(file.error()));
  vfs::ChunkReader chunks(*file, options.chunk_bytes);
  reading::CsvReader rows(chunks, source.csv, options.decode);
  bool has_header = false;
  while (true) {
    const auto row = rows.next();
    if (!row) return std::unexpected(row.error());
    if (!*row) return {};
    has_header = has_header || (*row)->is_header;
    SteppedLine stepped{.source = index,
                        .path = source.path,
                        .name = source.name,
                        .number = (*row)->line,
                        .text = {},
                        .trouble = trouble_text(**row, has_header),
                        .is_header = (*row)->is_header};
    for (const std::string_view field : (*row)->fields) stepped.fields.push_back(text::to_display(field));
    if (!yield(std::move(stepped))) return {};
  }
}

}  // namespace weft::lab
