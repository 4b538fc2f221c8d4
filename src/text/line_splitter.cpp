#include "text/line_splitter.hpp"

#include <utility>

namespace weft::text {

void LineSplitter::feed(std::span<const std::byte> chunk) {
  at_ = reinterpret_cast<const char*>(chunk.data());
  end_ = at_ + chunk.size();
  newlines_ = NewlineFinder(at_, end_);
}

std::optional<Line> LineSplitter::next_over_edge(const char* newline) {
  if (std::exchange(is_carried_used_, false)) carried_.clear();
  if (newline == nullptr) return keep_for_later();
  std::string_view raw(at_, newline);
  at_ = newline + 1;
  if (!carried_.empty()) {
    raw = carried_.append(raw);
    is_carried_used_ = true;
  }
  return take(raw, 1);
}

std::optional<Line> LineSplitter::keep_for_later() {
  carried_.append(at_, end_);
  at_ = end_;
  if (!is_finished_ || carried_.empty()) return std::nullopt;
  is_carried_used_ = true;
  return take(carried_, 0);
}

}  // namespace weft::text
