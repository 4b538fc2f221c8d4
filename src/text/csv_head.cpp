#include "text/csv_head.hpp"

namespace weft::text {
namespace {

constexpr std::size_t longest_mark = 3;

}  // namespace

std::string_view CsvHead::add(std::string_view chunk) {
  if (is_decided_) {
    held_ = {};
    return chunk;
  }
  const std::size_t wanted = dialect_ ? longest_mark : csv_guess_bytes;
  if (held_.empty() && chunk.size() >= wanted) {
    decide(chunk, false);
    return chunk;
  }
  held_.append(chunk);
  if (held_.size() < wanted) return {};
  decide(held_, false);
  return held_;
}

std::string_view CsvHead::finish() {
  if (is_decided_) return {};
  decide(held_, true);
  return held_;
}

void CsvHead::decide(std::string_view head, bool is_whole) {
  is_decided_ = true;
  mark_size_ = byte_order_mark_size(head);
  if (!dialect_) dialect_ = guess_dialect(head, is_whole);
}

}  // namespace weft::text
