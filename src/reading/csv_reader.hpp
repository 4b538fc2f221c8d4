#pragma once

#include <optional>

#include "reading/splitting_reader.hpp"
#include "text/csv_splitter.hpp"

namespace weft::reading {

/// Reads a CSV text row by row: the first row is the header, if there is one. A row's fields can be read
/// until the next call of `next`.
template <ChunkSource Source>
class CsvReader : public SplittingReader<Source, text::CsvSplitter> {
 public:
  explicit CsvReader(Source& source, const text::CsvOptions& csv = {}, text::DecodeOptions options = {})
      : SplittingReader<Source, text::CsvSplitter>(source, text::CsvSplitter(csv), options) {}

  CsvReader(Source& source, text::DecodeOptions options) : CsvReader(source, text::CsvOptions(), options) {}

  /// Known with the first row.
  const std::optional<text::CsvLayout>& layout() const { return this->splitter().layout(); }
};

}  // namespace weft::reading
