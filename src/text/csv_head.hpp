#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/csv_dialect.hpp"

namespace weft::text {

/// Holds the beginning of a text back until there is enough of it to tell the dialect, which so does not
/// depend on the size of the chunks.
class CsvHead {
 public:
  /// A given dialect is not guessed.
  explicit CsvHead(std::optional<CsvDialect> dialect) : dialect_(dialect) {}

  /// Takes the next chunk, and returns what may be parsed now: nothing as long as more is needed. Valid as
  /// long as the chunk, and until the next call.
  std::string_view add(std::string_view chunk);

  /// Says that no chunk follows; returns what was held back.
  std::string_view finish();

  /// Known as soon as there is something to parse.
  const std::optional<CsvDialect>& dialect() const { return dialect_; }
  /// Of the byte order mark, with which the text begins.
  std::size_t mark_size() const { return mark_size_; }

 private:
  void decide(std::string_view head, bool is_whole);

  std::optional<CsvDialect> dialect_;
  std::string held_;
  std::size_t mark_size_ = 0;
  bool is_decided_ = false;
};

}  // namespace weft::text
