#include "text/csv_tape.hpp"

#include <algorithm>
#include <array>

namespace weft::text {
namespace {

constexpr std::string_view line_end = "\r\n";

std::string_view behind(const CsvPiece& piece, std::uint64_t offset) {
  const std::uint64_t skipped = offset > piece.offset ? offset - piece.offset : 0;
  return piece.text.substr(std::min<std::size_t>(piece.text.size(), static_cast<std::size_t>(skipped)));
}

}  // namespace

void CsvTape::add(std::string_view chunk) {
  if (chunk.empty()) return;
  joint_ = {.offset = end()};
  if (holds_return_) {
    joint_.text = line_end.substr(0, chunk.starts_with('\n') ? 2 : 1);
    if (chunk.starts_with('\n')) chunk.remove_prefix(1);
  }
  holds_return_ = chunk.ends_with('\r');
  if (holds_return_) chunk.remove_suffix(1);
  chunk_ = {.text = chunk, .offset = joint_.offset + joint_.text.size()};
}

bool CsvTape::finish() {
  if (!holds_return_) return false;
  joint_ = {.text = line_end.substr(0, 1), .offset = end()};
  chunk_ = {.text = {}, .offset = joint_.offset + 1};
  holds_return_ = false;
  return true;
}

std::optional<CsvPiece> CsvTape::next() {
  for (const CsvPiece& part : {CsvPiece{.text = kept_, .offset = kept_at_}, joint_, chunk_}) {
    const std::uint64_t end = part.offset + part.text.size();
    if (position_ >= end) continue;
    const std::uint64_t from = std::max(position_, part.offset);
    position_ = end;
    return CsvPiece{.text = behind(part, from), .offset = from};
  }
  return std::nullopt;
}

void CsvTape::settle(std::optional<std::uint64_t> from) {
  const std::uint64_t first = from.value_or(end());
  if (first >= kept_at_ + kept_.size()) {
    kept_.clear();
  } else {
    kept_.erase(0, static_cast<std::size_t>(first - kept_at_));
  }
  kept_.append(behind(joint_, first)).append(behind(chunk_, first));
  kept_at_ = first;
  joint_ = chunk_ = {.offset = end()};
}

}  // namespace weft::text
