#pragma once

#include <optional>

#include "text/csv_splitter.hpp"
#include "text/splitting_reader.hpp"

namespace weft::text {

/// Reads a CSV text row by row: the first row is the header, if there is one. A row's fields can be read
/// until the next call of `next`.
template <ChunkSource Source>
class CsvReader : public SplittingReader<Source, CsvSplitter> {
 public:
  explicit CsvReader(Source& source, const CsvOptions& csv = {}, DecodeOptions options = {})
      : SplittingReader<Source, CsvSplitter>(source, CsvSplitter(csv), options) {}

  CsvReader(Source& source, DecodeOptions options) : CsvReader(source, CsvOptions(), options) {}

  /// Known with the first row.
  const std::optional<CsvLayout>& layout() const { return this->splitter().layout(); }
};

}  // namespace weft::text
