#include "text/csv_dialect.hpp"

#include <array>
#include <optional>
#include <string>

#include "text/csv_machine.hpp"
#include "text/csv_marks.hpp"

namespace weft::text {
namespace {

constexpr std::size_t rows_to_guess_by = 10;
constexpr std::array delimiters = {',', '\t', '|', ';'};

/// How evenly a delimiter cuts rows into fields.
class Evenness {
 public:
  void add_row(std::uint64_t fields) {
    if (rows_ > 0) unevenness_ += fields > last_ ? fields - last_ : last_ - fields;
    last_ = fields;
    fields_ += fields;
    ++rows_;
  }

  bool has_rows() const { return rows_ > 0; }
  bool cuts_in_two() const { return static_cast<double>(fields_) > 1.99 * static_cast<double>(rows_); }
  bool is_better_than(const Evenness& other) const {
    if (unevenness_ != other.unevenness_) return unevenness_ < other.unevenness_;
    return fields_ * other.rows_ > other.fields_ * rows_;
  }

 private:
  std::uint64_t rows_ = 0;
  std::uint64_t fields_ = 0;
  std::uint64_t last_ = 0;
  std::uint64_t unevenness_ = 0;
};

/// Cuts the first rows of a text, empty ones included, and measures those that are not empty.
class Trial {
 public:
  Trial(const CsvDialect& dialect, std::string_view head)
      : marker_(dialect), machine_(dialect), head_(head) {}

  Evenness run(bool is_whole) {
    const auto row_ends = [this](const CsvMachine& row) { end_row(row); };
    machine_.begin_piece(head_);
    for (std::size_t at = 0; at < head_.size() && rows_ < rows_to_guess_by; at += block_bytes)
      machine_.take_block(marker_.part_of_block(head_.substr(at, block_bytes)), at, row_ends);
    machine_.end_piece();
    const bool wants_the_rest = is_whole || !evenness_.has_rows();
    if (wants_the_rest && machine_.finish()) end_row(machine_);
    return evenness_;
  }

 private:
  void end_row(const CsvMachine& row) {
    if (rows_ == rows_to_guess_by) return;
    ++rows_;
    if (!row.is_empty()) evenness_.add_row(row.fields());
  }

  CsvMarker marker_;
  CsvMachine machine_;
  std::string_view head_;
  std::size_t rows_ = 0;
  Evenness evenness_;
};

// What closed quotes contain is left out.
CsvDialect::LineEnd guess_line_end(std::string_view head, bool is_whole) {
  if (!is_whole && head.ends_with('\r')) head.remove_suffix(1);
  std::size_t returns = 0;
  std::size_t line_feeds = 0;
  for (std::size_t at = 0; at < head.size(); ++at) {
    if (head[at] == '"') {
      const std::size_t closing = head.find('"', at + 1);
      if (closing != std::string_view::npos) at = closing;
    } else if (head[at] == '\n') {
      ++line_feeds;
    } else if (head[at] == '\r' && !head.substr(at + 1).starts_with('\n')) {
      ++returns;
    }
  }
  return returns > line_feeds ? CsvDialect::LineEnd::carriage_return : CsvDialect::LineEnd::line_feed;
}

}  // namespace

std::size_t byte_order_mark_size(std::string_view text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  return text.starts_with(mark) ? mark.size() : 0;
}

CsvDialect guess_dialect(std::string_view head, bool is_whole) {
  is_whole = is_whole && head.size() <= csv_guess_bytes;
  head = head.substr(0, csv_guess_bytes);
  head.remove_prefix(byte_order_mark_size(head));
  CsvDialect dialect{.line_end = guess_line_end(head, is_whole)};
  std::optional<Evenness> best;
  for (const char delimiter : delimiters) {
    const Evenness evenness =
        Trial({.delimiter = delimiter, .line_end = dialect.line_end}, head).run(is_whole);
    if (!evenness.cuts_in_two() || (best && !evenness.is_better_than(*best))) continue;
    best = evenness;
    dialect.delimiter = delimiter;
  }
  return dialect;
}

}  // namespace weft::text
