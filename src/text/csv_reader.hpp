#pragma once

#include <optional>

#include "text/csv_splitter.hpp"
#include "text/splitting_reader.hpp"

namespace weft::text {

/// Reads a CSV text row by row: the first row is the header. A row's fields can be read until the next call
/// of `next`.
template <ChunkSource Source>
class CsvReader : public SplittingReader<Source, CsvSplitter> {
 public:
  /// A given dialect is not guessed.
  explicit CsvReader(Source& source, std::optional<CsvDialect> dialect = std::nullopt,
                     DecodeOptions options = {})
      : SplittingReader<Source, CsvSplitter>(source, CsvSplitter(dialect), options) {}

  CsvReader(Source& source, DecodeOptions options) : CsvReader(source, std::nullopt, options) {}

  /// Known with the first row.
  const std::optional<CsvDialect>& dialect() const { return this->splitter().dialect(); }
};

}  // namespace weft::text
