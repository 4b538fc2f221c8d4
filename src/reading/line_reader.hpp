#pragma once

#include "reading/splitting_reader.hpp"
#include "text/line_splitter.hpp"

namespace weft::reading {

/// Reads a text line by line. A line's text can be read until the next call of `next`.
template <ChunkSource Source>
class LineReader : public SplittingReader<Source, text::LineSplitter> {
 public:
  explicit LineReader(Source& source, text::DecodeOptions options = {})
      : SplittingReader<Source, text::LineSplitter>(source, {}, options) {}
};

}  // namespace weft::reading
