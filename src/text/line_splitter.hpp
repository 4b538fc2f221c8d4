#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/line.hpp"
#include "text/newline_finder.hpp"

namespace weft::text {

/// Cuts a text that comes in chunks of any size into lines. Only a line that reaches over the edge of a chunk
/// is copied, so memory is bounded by the longest line.
class LineSplitter {
 public:
  using Item = Line;

  /// Gives the next chunk, which must stay as it is until `next` has returned nothing. Called at the
  /// beginning, and whenever `next` has returned nothing.
  void feed(std::span<const std::byte> chunk);

  /// Says that no chunk follows: `next` then returns what came after the last newline, if anything.
  void finish() { is_finished_ = true; }

  /// The next line of what has been fed; nothing when more is needed, or all is done. The line's text can be
  /// read until the next call.
  std::optional<Line> next() {
    const char* newline = newlines_.next();
    if (newline == nullptr || !carried_.empty()) return next_over_edge(newline);
    const std::string_view raw(at_, newline);
    at_ = newline + 1;
    return take(raw, 1);
  }

 private:
  std::optional<Line> next_over_edge(const char* newline);
  std::optional<Line> keep_for_later();

  // `newlines` counts the '\n' that follows `raw`.
  Line take(std::string_view raw, std::size_t newlines) {
    const std::size_t returns = newlines > 0 && raw.ends_with('\r') ? 1 : 0;
    const Line line{.number = ++lines_, .offset = offset_, .text = raw.substr(0, raw.size() - returns)};
    offset_ += raw.size() + newlines;
    return line;
  }

  const char* at_ = nullptr;
  const char* end_ = nullptr;
  NewlineFinder newlines_;
  /// The beginning of a line from earlier chunks.
  std::string carried_;
  bool is_carried_used_ = false;
  bool is_finished_ = false;
  std::uint64_t lines_ = 0;
  std::uint64_t offset_ = 0;
};

}  // namespace weft::text
