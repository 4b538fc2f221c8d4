#pragma once

#include "text/line_splitter.hpp"
#include "text/splitting_reader.hpp"

namespace weft::text {

/// Reads a text line by line. A line's text can be read until the next call of `next`.
template <ChunkSource Source>
class LineReader : public SplittingReader<Source, LineSplitter> {
 public:
  explicit LineReader(Source& source, DecodeOptions options = {})
      : SplittingReader<Source, LineSplitter>(source, {}, options) {}
};

}  // namespace weft::text
