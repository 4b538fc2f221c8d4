#pragma once

#include <cstddef>
#include <functional>

#include "text/csv_counter.hpp"
#include "text/text_decoder.hpp"
#include "text/text_form.hpp"
#include "vfs/error.hpp"
#include "vfs/file.hpp"

namespace weft::reading {

struct CountOptions {
  /// Not 0.
  std::size_t chunk_bytes = vfs::default_chunk_bytes;
  text::DecodeOptions decode = {};
  /// How often each piece is counted, from 1: more than once only to simulate work for the processor. The
  /// figures are the same.
  int passes = 1;
  /// Takes the text too, once, and its end. May be null.
  text::CsvCounter* csv = nullptr;
  /// Called after each chunk, and of a compressed file after each piece of it, with the figures so far. May
  /// be null; must not wait.
  std::function<void(const text::FileCounts&)> on_progress = nullptr;
};

/// Counts the text in a file from front to back; memory is bounded by two chunks and what decoding needs
/// (text_decoder.hpp). It waits the way the file was opened: a file that suspends lets other fibers run after
/// each pass over a piece, one that blocks never does. Besides the errors of reads those of `to_error`
/// (text_error.hpp).
vfs::Result<text::FileCounts> count_file(vfs::File& file, const CountOptions& options = {});

}  // namespace weft::reading
