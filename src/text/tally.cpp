#include "text/tally.hpp"

#include <algorithm>

namespace weft::text {
namespace {

bool is_space(std::uint8_t byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

bool is_continuation(std::uint8_t byte) { return (byte & 0xC0) == 0x80; }

}  // namespace

Counts Tally::counts() const {
  return {.bytes = bytes,
          .lines = newlines + (last == '\n' ? 0 : 1),
          .words = words,
          .chars = bytes - continuations,
          .longest_line = std::max(longest_line, open_line)};
}

void add_by_bytes(Tally& tally, std::span<const std::byte> piece) {
  for (const std::byte each : piece) {
    const auto byte = static_cast<std::uint8_t>(each);
    if (is_continuation(byte)) ++tally.continuations;
    if (!is_space(byte) && is_space(tally.last)) ++tally.words;
    if (byte == '\n') {
      const std::uint64_t length = tally.open_line - (tally.last == '\r' ? 1 : 0);
      tally.longest_line = std::max(tally.longest_line, length);
      tally.open_line = 0;
      ++tally.newlines;
    } else {
      ++tally.open_line;
    }
    tally.last = byte;
  }
  tally.bytes += piece.size();
  tally.utf8.add(piece);
}

}  // namespace weft::text
