#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace weft::text {

/// Bytes of a text that lie side by side, and where in the text they begin.
struct CsvPiece {
  std::string_view text = {};
  std::uint64_t offset = 0;
};

/// A text that comes in chunks, as the pieces that a parser takes one after the other; it can go back to a
/// quote that was open at the end of a chunk. A carriage return and the line feed behind it always lie in one
/// piece.
class CsvTape {
 public:
  /// Gives the next chunk, which must stay as it is until `settle`.
  void add(std::string_view chunk);
  /// When all has been read: no chunk follows. True if there is one more piece.
  bool finish();

  /// The next piece; nothing if there is no more of what was added.
  std::optional<CsvPiece> next();

  /// Makes `next` go on from an offset that was kept, or lies in the present chunk.
  void go_to(std::uint64_t offset) { position_ = offset; }

  /// When `next` has returned nothing: keeps what lies behind `from`, if anything, and lets go of the chunk.
  void settle(std::optional<std::uint64_t> from);

 private:
  std::uint64_t end() const { return chunk_.offset + chunk_.text.size(); }

  std::string kept_;
  std::uint64_t kept_at_ = 0;
  /// The end of one chunk and the beginning of the next one, where a line end may be cut in two.
  CsvPiece joint_;
  CsvPiece chunk_;
  bool holds_return_ = false;
  /// Where `next` goes on.
  std::uint64_t position_ = 0;
};

}  // namespace weft::text
