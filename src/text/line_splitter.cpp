#include "text/line_splitter.hpp"

#include <utility>

namespace weft::text {

void LineSplitter::feed(std::span<const std::byte> chunk) {
  at_ = reinterpret_cast<const char*>(chunk.data());
  end_ = at_ + chunk.size();
  newlines_ = NewlineFinder(at_, end_);
}

std::optional<Line> LineSplitter::next() {
  if (std::exchange(is_carried_used_, false)) carried_.clear();
  const char* newline = newlines_.next();
  if (newline == nullptr) return keep_for_later();
  std::string_view raw(at_, newline);
  at_ = newline + 1;
  if (!carried_.empty()) {
    raw = carried_.append(raw);
    is_carried_used_ = true;
  }
  return take(raw, raw.ends_with('\r') ? 2 : 1);
}

std::optional<Line> LineSplitter::keep_for_later() {
  carried_.append(at_, end_);
  at_ = end_;
  if (!is_finished_ || carried_.empty()) return std::nullopt;
  is_carried_used_ = true;
  return take(carried_, 0);
}

// `stripped` counts the bytes of the line's end, of which all but the '\n' are in `raw`.
Line LineSplitter::take(std::string_view raw, std::size_t stripped) {
  const std::size_t newline = stripped == 0 ? 0 : 1;
  const Line line{
      .number = ++lines_, .offset = offset_, .text = raw.substr(0, raw.size() + newline - stripped)};
  offset_ += raw.size() + newline;
  return line;
}

}  // namespace weft::text
