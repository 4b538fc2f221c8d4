#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/encoding.hpp"
#include "text/line.hpp"
#include "text/newline_finder.hpp"
#include "text/utf16.hpp"

namespace weft::text {

/// Cuts a text that comes in chunks of any size into lines. Only a line that reaches over the edge of a chunk
/// is copied, and no more of it than `most_line_bytes`.
class LineSplitter {
 public:
  using Item = Line;

  /// How the text is encoded in its file, for the sake of offsets. Not later than with its first chunk.
  void set_form(const Recognised& form) { form_ = form; }

  /// Gives the next chunk, which must stay as it is until `next` has returned nothing. Called at the
  /// beginning, and whenever `next` has returned nothing.
  void feed(std::span<const std::byte> chunk);

  /// Says that no chunk follows: `next` then returns what came after the last newline, if anything.
  void finish() { is_finished_ = true; }

  /// The next line of what has been fed; nothing when more is needed, or all is done. The line's text can be
  /// read until the next call.
  std::optional<Line> next() {
    const char* newline = newlines_.next();
    if (newline == nullptr || carried_bytes_ != 0) return next_over_edge(newline);
    const std::string_view raw(at_, newline);
    at_ = newline + 1;
    pass(raw);
    return take({.kept = raw, .bytes = raw.size(), .ends_in_return = raw.ends_with('\r')}, 1);
  }

 private:
  /// A line with what is before its newline.
  struct Raw {
    std::string_view kept;
    /// Of the whole line.
    std::uint64_t bytes;
    bool ends_in_return;
  };

  std::optional<Line> next_over_edge(const char* newline);
  std::optional<Line> end_carried(std::size_t newlines);
  void carry(std::string_view part);
  static std::string_view cut(std::string_view text);

  bool is_utf16() const { return form_.encoding != Encoding::utf8; }

  void pass(std::string_view part) { passed_ += is_utf16() ? 2 * utf16_units(part) : part.size(); }

  // `newlines` counts the '\n' that follows.
  Line take(const Raw& raw, std::size_t newlines) {
    const std::uint64_t length = raw.bytes - (newlines > 0 && raw.ends_in_return ? 1 : 0);
    Line line{.number = ++lines_,
              .offset = line_begin_ + form_.mark_bytes,
              .length = length,
              .text = raw.kept.substr(
                  0, static_cast<std::size_t>(std::min<std::uint64_t>(length, raw.kept.size())))};
    if (length > most_line_bytes) line.text = cut(line.text);
    passed_ += is_utf16() ? 2 * newlines : newlines;
    line_begin_ = passed_;
    return line;
  }

  const char* at_ = nullptr;
  const char* end_ = nullptr;
  NewlineFinder newlines_;
  /// The beginning of a line from earlier chunks, as much of it as is kept, and how much there was.
  std::string carried_;
  std::uint64_t carried_bytes_ = 0;
  bool ends_carried_in_return_ = false;
  bool is_carried_used_ = false;
  bool is_finished_ = false;
  Recognised form_;
  std::uint64_t lines_ = 0;
  /// In bytes of the file behind its mark: what has been passed, and where the line began.
  std::uint64_t passed_ = 0;
  std::uint64_t line_begin_ = 0;
};

}  // namespace weft::text
