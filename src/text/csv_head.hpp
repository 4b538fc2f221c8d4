#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/csv_dialect.hpp"

namespace weft::text {

/// Holds the beginning of a text back until there is enough of it to tell how it is written, which so does
/// not depend on the size of the chunks. Lines above a header that a person has pointed out are left out.
class CsvHead {
 public:
  explicit CsvHead(const CsvOptions& options);

  /// Takes the next chunk, and returns what may be parsed now: nothing as long as more is needed. Valid as
  /// long as the chunk, and until the next call.
  std::string_view add(std::string_view chunk);

  /// Says that no chunk follows; returns what was held back.
  std::string_view finish();

  /// Known as soon as there is something to parse.
  const std::optional<CsvLayout>& layout() const { return layout_; }

 private:
  std::string_view behind_lines_above(std::string_view chunk);
  std::string_view decide(std::string_view head, bool is_whole);

  CsvOptions options_;
  std::uint64_t lines_above_;
  /// The last line end was a carriage return, to which a line feed belongs.
  bool may_go_on_ = false;
  std::optional<CsvLayout> layout_;
  std::string held_;
};

}  // namespace weft::text
