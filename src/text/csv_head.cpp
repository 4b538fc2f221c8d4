#include "text/csv_head.hpp"

#include <utility>

#include "text/csv_guess.hpp"

namespace weft::text {

CsvHead::CsvHead(const CsvOptions& options)
    : options_(options), lines_above_(options.header_line.value_or(0) == 0 ? 0 : *options.header_line - 1) {}

std::string_view CsvHead::add(std::string_view chunk) {
  if (layout_) {
    held_ = {};
    return chunk;
  }
  chunk = behind_lines_above(chunk);
  constexpr std::size_t longest_mark = 3;
  const std::size_t wanted = options_.dialect ? longest_mark : csv_guess_bytes;
  if (held_.empty() && chunk.size() >= wanted) return decide(chunk, false);
  held_.append(chunk);
  if (held_.size() < wanted) return {};
  return decide(held_, false);
}

std::string_view CsvHead::finish() {
  if (layout_) return {};
  return decide(held_, true);
}

std::string_view CsvHead::behind_lines_above(std::string_view chunk) {
  for (; lines_above_ > 0 && !chunk.empty(); --lines_above_) {
    const std::size_t end = chunk.find_first_of("\r\n", may_go_on_ && chunk.starts_with('\n') ? 1 : 0);
    may_go_on_ = false;
    if (end == std::string_view::npos) return {};
    may_go_on_ = chunk[end] == '\r';
    chunk.remove_prefix(end + 1);
  }
  if (chunk.empty()) return chunk;
  if (std::exchange(may_go_on_, false) && chunk.starts_with('\n')) chunk.remove_prefix(1);
  return chunk;
}

std::string_view CsvHead::decide(std::string_view head, bool is_whole) {
  layout_ = guess_layout(head, is_whole, options_);
  if (options_.header_line.value_or(0) > 0) layout_->first_line += *options_.header_line - 1;
  return head;
}

}  // namespace weft::text
