#include "text/line_splitter.hpp"

#include <utility>

#include "text/utf8.hpp"

namespace weft::text {

void LineSplitter::feed(std::span<const std::byte> chunk) {
  at_ = reinterpret_cast<const char*>(chunk.data());
  end_ = at_ + chunk.size();
  newlines_ = NewlineFinder(at_, end_);
}

std::optional<Line> LineSplitter::next_over_edge(const char* newline) {
  if (std::exchange(is_carried_used_, false)) {
    carried_.clear();
    carried_bytes_ = 0;
  }
  const std::string_view part(at_, newline != nullptr ? newline : end_);
  at_ += part.size();
  pass(part);
  if (newline != nullptr) {
    ++at_;
    const bool is_whole = carried_bytes_ == 0;
    if (is_whole)
      return take({.kept = part, .bytes = part.size(), .ends_in_return = part.ends_with('\r')}, 1);
    carry(part);
    return end_carried(1);
  }
  carry(part);
  if (!is_finished_ || carried_bytes_ == 0) return std::nullopt;
  return end_carried(0);
}

void LineSplitter::carry(std::string_view part) {
  if (part.empty()) return;
  carried_.append(part.substr(0, most_line_bytes - carried_.size()));
  carried_bytes_ += part.size();
  ends_carried_in_return_ = part.ends_with('\r');
}

std::optional<Line> LineSplitter::end_carried(std::size_t newlines) {
  is_carried_used_ = true;
  return take({.kept = carried_, .bytes = carried_bytes_, .ends_in_return = ends_carried_in_return_},
              newlines);
}

std::string_view LineSplitter::cut(std::string_view text) {
  return whole_characters(text.substr(0, most_line_bytes));
}

}  // namespace weft::text
