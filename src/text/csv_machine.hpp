#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/csv_dialect.hpp"
#include "text/csv_marks.hpp"
#include "text/csv_row.hpp"

namespace weft::text {

/// What has ended at a mark.
enum class CsvEdge : std::uint8_t { none, field, row };

/// A field by its offsets in the text, without its quotes.
struct CsvField {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  /// Quotes in it are doubled, and stand for one each.
  bool has_pairs = false;
};

/// What CSV means: tells from the marks of a text, one after the other, where fields and rows end. It keeps
/// no text and needs the same memory for every row.
///
/// A quote opens a field only as its very first byte. Within quotes only a quote matters: two are one, and a
/// single one closes the field if nothing but blanks stand between it and the next delimiter or newline.
/// Otherwise it belongs to the text, and the row is in trouble. This is what Papa Parse does.
class CsvMachine {
 public:
  explicit CsvMachine(const CsvDialect& dialect)
      : breaks_at_returns_(dialect.line_end == CsvDialect::LineEnd::carriage_return) {}

  /// Says that the text begins only after so many bytes, before anything else.
  void skip(std::uint64_t bytes) { field_start_ = row_start_ = bytes; }

  /// Gives the next piece of the text, which must stay as it is until `end_piece`.
  void begin_piece(std::string_view piece) { piece_ = piece; }
  /// After the last mark of the piece.
  void end_piece();

  /// Takes the mark of which `bit` of `marks` tells the kind, and `at` the offset in the text, within the
  /// present piece. After the end of a row `next_row` comes before the next mark.
  CsvEdge take(const CsvMarks& marks, std::uint64_t bit, std::uint64_t at);

  /// True if the text ends in a row, which has now ended.
  bool finish();

  /// The field that ended last, with a `field` or a `row`.
  const CsvField& field() const { return field_; }

  // The row that has ended.

  std::uint64_t fields() const { return delimiters_ + 1; }
  std::uint64_t line() const { return row_line_; }
  std::uint64_t row_start() const { return row_start_; }
  CsvTrouble trouble() const { return trouble_; }
  /// Nothing between two newlines, or nothing but an empty pair of quotes.
  bool is_empty() const {
    return delimiters_ == 0 && field_.begin == field_.end && trouble_ == CsvTrouble::none;
  }

  void next_row(std::uint64_t start);

  /// Takes all marks of a block at `offset`, within the present piece. `end_row(*this)` is called at the end
  /// of every row, and `next_row` after it; of the row's last field only `is_empty` can be told then.
  template <class EndRow>
  void take_block(const CsvMarks& marks, std::uint64_t offset, EndRow&& end_row);

  /// Of the present piece in the text.
  std::uint64_t offset() const { return offset_; }

 private:
  enum class State : std::uint8_t {
    unquoted,
    quoted,
    /// Behind a quote within quotes, which may turn out to have closed the field.
    closing,
  };

  /// What of a block's marks lies outside of quotes, and how the block ends.
  struct CsvBlock {
    std::uint64_t offset = 0;
    std::uint64_t delimiters = 0;
    std::uint64_t newlines = 0;
    bool begins_quoted = false;
    State state_behind = State::unquoted;
    std::uint64_t closing = 0;
  };

  bool is_plain(const CsvMarks& marks) const { return marks.quotes == 0 && state_ == State::unquoted; }
  bool leave_out_quoted(const CsvMarks& marks, CsvBlock& block) const;
  bool are_followed_well(std::uint64_t closing, const CsvMarks& marks, std::uint64_t offset) const;
  void end_only_field(const CsvMarks& marks, const CsvBlock& block, std::uint64_t at);
  template <class EndRow>
  void take_at_once(const CsvMarks& marks, const CsvBlock& block, EndRow&& end_row);
  template <class EndRow>
  void take_one_by_one(const CsvMarks& marks, std::uint64_t offset, EndRow&& end_row);

  CsvEdge take_delimiter(std::uint64_t at);
  CsvEdge take_newline(std::uint64_t at);
  void take_quote(std::uint64_t at);

  char byte_before(std::uint64_t at) const {
    return at > offset_ ? piece_[static_cast<std::size_t>(at - offset_ - 1)] : last_;
  }
  std::uint64_t end_before_newline(std::uint64_t at) const {
    const bool has_return = !breaks_at_returns_ && at > field_start_ && byte_before(at) == '\r';
    return has_return ? at - 1 : at;
  }
  void count_line(std::uint64_t at) {
    const bool is_second_half = breaks_at_returns_ &&
                                piece_[static_cast<std::size_t>(at - offset_)] == '\n' &&
                                byte_before(at) == '\r';
    if (!is_second_half) ++line_;
  }
  bool closes_at(std::uint64_t at);
  void end_unquoted(std::uint64_t end) { field_ = {.begin = field_start_, .end = end}; }
  void end_quoted() {
    state_ = State::unquoted;
    field_ = {.begin = field_start_ + 1, .end = closing_, .has_pairs = has_pairs_};
  }
  bool is_blank(std::uint64_t begin, std::uint64_t end) const;

  bool breaks_at_returns_;
  State state_ = State::unquoted;
  CsvTrouble trouble_ = CsvTrouble::none;
  bool has_pairs_ = false;
  /// The byte before the piece.
  char last_ = '\n';
  std::string_view piece_;
  /// Of the piece.
  std::uint64_t offset_ = 0;
  std::uint64_t row_start_ = 0;
  std::uint64_t field_start_ = 0;
  /// Of the quote that may close the field.
  std::uint64_t closing_ = 0;
  std::uint64_t delimiters_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t row_line_ = 1;
  CsvField field_;
};

inline CsvEdge CsvMachine::take(const CsvMarks& marks, std::uint64_t bit, std::uint64_t at) {
  if ((marks.delimiters & bit) != 0) return take_delimiter(at);
  if ((marks.newlines & bit) != 0) return take_newline(at);
  take_quote(at);
  return CsvEdge::none;
}

inline CsvEdge CsvMachine::take_delimiter(std::uint64_t at) {
  if (state_ == State::unquoted) {
    end_unquoted(at);
  } else if (closes_at(at)) {
    end_quoted();
  } else {
    return CsvEdge::none;
  }
  ++delimiters_;
  field_start_ = at + 1;
  return CsvEdge::field;
}

inline CsvEdge CsvMachine::take_newline(std::uint64_t at) {
  count_line(at);
  if (state_ == State::unquoted) {
    end_unquoted(end_before_newline(at));
  } else if (closes_at(at)) {
    end_quoted();
  } else {
    return CsvEdge::none;
  }
  return CsvEdge::row;
}

inline void CsvMachine::take_quote(std::uint64_t at) {
  if (state_ == State::quoted) {
    state_ = State::closing;
    closing_ = at;
  } else if (state_ == State::closing) {
    if (at == closing_ + 1) {
      state_ = State::quoted;
      has_pairs_ = true;
    } else {
      trouble_ = CsvTrouble::stray_quote;
      closing_ = at;
    }
  } else if (at == field_start_) {
    state_ = State::quoted;
    has_pairs_ = false;
  }
}

inline void CsvMachine::next_row(std::uint64_t start) {
  row_start_ = field_start_ = start;
  row_line_ = line_;
  delimiters_ = 0;
  trouble_ = CsvTrouble::none;
}

template <class EndRow>
void CsvMachine::take_block(const CsvMarks& marks, std::uint64_t offset, EndRow&& end_row) {
  CsvBlock block{.offset = offset, .delimiters = marks.delimiters, .newlines = marks.newlines};
  if (state_ != State::closing && !breaks_at_returns_ &&
      (is_plain(marks) || leave_out_quoted(marks, block))) {
    take_at_once(marks, block, end_row);
  } else {
    take_one_by_one(marks, offset, end_row);
  }
}

// Nearly all blocks go this way: what is in them is counted by the row.
template <class EndRow>
void CsvMachine::take_at_once(const CsvMarks& marks, const CsvBlock& block, EndRow&& end_row) {
  const std::uint64_t first_line = line_;
  std::uint64_t delimiters = block.delimiters;
  for (std::uint64_t newlines = block.newlines; newlines != 0; newlines &= newlines - 1) {
    const std::uint64_t up_to_newline = newlines ^ (newlines - 1);
    const std::uint64_t at = block.offset + static_cast<unsigned>(std::countr_zero(newlines));
    delimiters_ += static_cast<unsigned>(std::popcount(delimiters & up_to_newline));
    delimiters &= ~up_to_newline;
    line_ = first_line + static_cast<unsigned>(std::popcount(marks.newlines & up_to_newline));
    if (delimiters_ == 0) end_only_field(marks, block, at);
    end_row(*this);
    next_row(at + 1);
  }
  line_ = first_line + static_cast<unsigned>(std::popcount(marks.newlines));
  delimiters_ += static_cast<unsigned>(std::popcount(delimiters));
  if (const std::uint64_t ends = block.delimiters | block.newlines; ends != 0)
    field_start_ = block.offset + block_bytes - static_cast<unsigned>(std::countl_zero(ends));
  state_ = block.state_behind;
  closing_ = block.closing;
}

template <class EndRow>
void CsvMachine::take_one_by_one(const CsvMarks& marks, std::uint64_t offset, EndRow&& end_row) {
  for (std::uint64_t left = marks.all(); left != 0; left &= left - 1) {
    const std::uint64_t at = offset + static_cast<unsigned>(std::countr_zero(left));
    const std::uint64_t bit = left & -left;
    if (take(marks, bit, at) != CsvEdge::row) continue;
    end_row(*this);
    next_row(at + 1);
  }
}

}  // namespace weft::text
