#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/csv_dialect.hpp"
#include "text/csv_marks.hpp"
#include "text/csv_row.hpp"
#include "text/csv_tape.hpp"

namespace weft::text {

/// What has ended at a mark.
enum class CsvEdge : std::uint8_t {
  none,
  field,
  row,
  /// The quote that opened the present field should not have: `go_back` comes next.
  wrong_quote,
};

/// A field by its offsets in the text, without its quotes.
struct CsvField {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  bool is_quoted = false;
  /// There are quotes in it that are doubled or escaped, and stand for one each.
  bool has_pairs = false;
};

/// What CSV means: tells from the marks of a text, one after the other, where fields and rows end. It keeps
/// no text and needs the same memory for every row.
///
/// A quote opens a field as its very first byte. With nothing but blanks before it it does so too, if that
/// keeps a delimiter of the same line within the field, or if delimiters are padded. Within quotes only a
/// quote matters: two are one, and a single one closes the field if nothing but blanks stand between it and
/// the next delimiter or line end. Otherwise it belongs to the text, and the row is in trouble, if the field
/// is closed on the same line after all; this is what Papa Parse does. If it is not, or if it took delimiters
/// in and the row has not as many fields as it should, the quote that opened the field was wrong, as is one
/// that is not closed within `most_quoted_bytes` or by the end of the text: the row is in trouble, that quote
/// is text, and what follows it is taken again.
class CsvMachine {
 public:
  /// How far behind its opening quote a field may be closed.
  static constexpr std::uint64_t most_quoted_bytes = std::uint64_t{4} * 1024 * 1024;

  explicit CsvMachine(const CsvDialect& dialect) : dialect_(dialect), is_careful_(dialect.has_backslashes) {}

  /// Before anything else: the table begins at this offset of the text, on this line.
  void begin_at(std::uint64_t offset, std::uint64_t line) {
    field_start_ = row_start_ = offset_ = offset;
    line_ = row_line_ = line;
  }

  /// How many fields a row should have, once that is known.
  void expect_fields(std::uint64_t fields) { expected_fields_ = fields; }

  /// Gives the next piece of the text, which must stay as it is until `end_piece`.
  void begin_piece(const CsvPiece& piece) {
    piece_ = piece.text;
    offset_ = piece.offset;
  }
  /// After the last mark of the piece. May find a wrong quote.
  CsvEdge end_piece();

  /// Takes the mark of which `bit` of `marks` tells the kind, and `at` the offset in the text, within the
  /// present piece. After the end of a row `next_row` comes before the next mark.
  CsvEdge take(const CsvMarks& marks, std::uint64_t bit, std::uint64_t at);

  /// At the end of the text: whether it ends in a row, which has now ended, or in a wrong quote.
  CsvEdge finish();

  /// Takes the wrong quote for text, and returns the offset from which all has to be taken again.
  std::uint64_t go_back();

  /// From where `go_back` may want the text; nothing outside of quotes.
  std::optional<std::uint64_t> may_go_back_to() const {
    if (tolerated_) return tolerated_->at + 1;
    return state_ == State::unquoted ? std::nullopt : std::optional(opening() + 1);
  }

  /// The field that ended last, with a `field` or a `row`.
  const CsvField& field() const { return field_; }

  // The row that has ended.

  std::uint64_t fields() const { return delimiters_ + 1; }
  std::uint64_t line() const { return row_line_; }
  std::uint64_t row_start() const { return row_start_; }
  CsvTrouble trouble() const { return trouble_; }
  /// Nothing between two line ends.
  bool is_empty() const { return delimiters_ == 0 && field_.end == row_start_; }

  void next_row(std::uint64_t start);

  /// Takes all marks of a block at `offset`, within the present piece. `end_row(*this)` is called at the end
  /// of every row, and `next_row` after it; of the row's last field only `is_empty` can be told then. False
  /// if it stopped at a wrong quote.
  template <class EndRow>
  bool take_block(const CsvMarks& marks, std::uint64_t offset, EndRow&& end_row);

  /// Of the present piece in the text.
  std::uint64_t offset() const { return offset_; }

 private:
  enum class State : std::uint8_t {
    unquoted,
    quoted,
    /// Behind a quote within quotes, which may turn out to have closed the field.
    closing,
  };

  /// A quote that opened a field, and how the row stood there.
  struct Opening {
    std::uint64_t at = 0;
    std::uint64_t field_start = 0;
    std::uint64_t delimiters = 0;
    std::uint64_t line = 0;
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

  bool can_take_at_once(const CsvMarks& marks, CsvBlock& block) const;
  bool leave_out_quoted(const CsvMarks& marks, CsvBlock& block) const;
  bool are_followed_well(std::uint64_t closing, const CsvMarks& marks, std::uint64_t offset) const;
  template <class EndRow>
  void take_at_once(const CsvMarks& marks, const CsvBlock& block, EndRow&& end_row);
  template <class EndRow>
  bool take_one_by_one(const CsvMarks& marks, std::uint64_t offset, EndRow&& end_row);

  CsvEdge take_delimiter(std::uint64_t at);
  CsvEdge take_newline(std::uint64_t at);
  CsvEdge take_quote(std::uint64_t at);
  CsvEdge take_quote_in_quotes(std::uint64_t at);
  CsvEdge leave_quotes(std::uint64_t at, std::uint64_t end);
  CsvEdge leave_doubtful_quotes(std::uint64_t at);
  CsvEdge note_stray_quote();
  CsvEdge end_row_at(std::uint64_t at) const;
  void open(std::uint64_t at);
  void forget_tolerated();
  void be_careful_if_needed() {
    is_careful_ = has_stray_ || indent_ != 0 || tolerated_.has_value() || dialect_.has_backslashes;
  }

  /// Blanks before the quote may make it text, but where each delimiter has one behind it.
  bool is_doubtfully_indented() const { return indent_ != 0 && !dialect_.has_padding; }
  /// Of the quote that opened the present field.
  std::uint64_t opening() const { return field_start_ + indent_; }
  bool is_too_far(std::uint64_t at) const { return at - opening() > most_quoted_bytes; }
  bool is_only_indented(std::uint64_t at) const {
    return (field_start_ >= offset_ || is_indented_before_piece_) && is_blank(field_start_, at);
  }
  bool may_open(std::uint64_t at);
  char byte_before(std::uint64_t at) const {
    return at > offset_ ? piece_[static_cast<std::size_t>(at - offset_ - 1)] : last_;
  }
  /// Where the text before the delimiter or line end at `at` ends.
  std::uint64_t end_before_newline(std::uint64_t at) const {
    const bool has_return = piece_[static_cast<std::size_t>(at - offset_)] == '\n' && at > field_start_ &&
                            byte_before(at) == '\r';
    return has_return ? at - 1 : at;
  }
  void end_unquoted(std::uint64_t end) { field_ = {.begin = field_start_, .end = end}; }
  void end_quoted(std::uint64_t end);
  bool is_blank(std::uint64_t begin, std::uint64_t end) const;

  CsvDialect dialect_;
  State state_ = State::unquoted;
  CsvTrouble trouble_ = CsvTrouble::none;
  /// A quote of this row was wrong: no more of them are put up with.
  bool is_reread_ = false;
  bool has_pairs_ = false;
  bool has_delimiter_ = false;
  /// Within the present quotes stands one that belongs to the text.
  bool has_stray_ = false;
  bool is_indented_before_piece_ = false;
  /// There is more to look at than whole blocks can tell.
  bool is_careful_ = false;
  /// The byte before the piece.
  char last_ = '\n';
  std::string_view piece_;
  /// Of the piece.
  std::uint64_t offset_ = 0;
  std::uint64_t row_start_ = 0;
  std::uint64_t field_start_ = 0;
  /// Where a field starts that has been found to have text, so that it is looked through once.
  std::optional<std::uint64_t> field_with_text_;
  /// Blanks before the opening quote.
  std::uint64_t indent_ = 0;
  /// Of the quote that may close the field.
  std::uint64_t closing_ = 0;
  /// Where an escaped byte stands.
  std::uint64_t escaped_ = 0;
  std::uint64_t delimiters_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t row_line_ = 1;
  std::uint64_t opening_line_ = 1;
  std::uint64_t expected_fields_ = 0;
  /// The first quote of the row behind which delimiters were taken in though another one has text behind it.
  std::optional<Opening> tolerated_;
  CsvField field_;
};

inline CsvEdge CsvMachine::take(const CsvMarks& marks, std::uint64_t bit, std::uint64_t at) {
  if ((marks.delimiters & bit) != 0) return take_delimiter(at);
  if ((marks.newlines & bit) != 0) return take_newline(at);
  if ((marks.quotes & bit) != 0) return take_quote(at);
  if (escaped_ != at) {
    escaped_ = at + 1;
  } else if (state_ == State::quoted) {
    has_pairs_ = true;
  }
  return CsvEdge::none;
}

inline CsvEdge CsvMachine::take_delimiter(std::uint64_t at) {
  if (state_ == State::unquoted) {
    end_unquoted(at);
  } else if (const CsvEdge edge = leave_quotes(at, at); edge != CsvEdge::field) {
    has_delimiter_ = true;
    return edge;
  }
  ++delimiters_;
  field_start_ = at + 1;
  return CsvEdge::field;
}

inline CsvEdge CsvMachine::take_newline(std::uint64_t at) {
  ++line_;
  if (state_ == State::unquoted) {
    end_unquoted(end_before_newline(at));
    return end_row_at(at);
  }
  const CsvEdge edge = leave_quotes(at, end_before_newline(at));
  if (edge == CsvEdge::field) return end_row_at(at);
  return has_stray_ || is_doubtfully_indented() ? CsvEdge::wrong_quote : edge;
}

inline CsvEdge CsvMachine::end_row_at(std::uint64_t at) const {
  const bool is_wrong = tolerated_ && expected_fields_ != 0 && fields() != expected_fields_ &&
                        at - tolerated_->at <= most_quoted_bytes;
  return is_wrong ? CsvEdge::wrong_quote : CsvEdge::row;
}

inline CsvEdge CsvMachine::take_quote(std::uint64_t at) {
  if (state_ != State::unquoted) return take_quote_in_quotes(at);
  if (at == field_start_ || may_open(at)) open(at);
  return CsvEdge::none;
}

inline void CsvMachine::open(std::uint64_t at) {
  state_ = State::quoted;
  indent_ = at - field_start_;
  opening_line_ = line_;
  has_pairs_ = has_delimiter_ = false;
  if (indent_ != 0) is_careful_ = true;
}

inline CsvEdge CsvMachine::take_quote_in_quotes(std::uint64_t at) {
  if (is_too_far(at)) return CsvEdge::wrong_quote;
  const bool is_second = state_ == State::closing && at == closing_ + 1;
  const bool is_escaped = state_ == State::quoted && at == escaped_;
  if (is_second || is_escaped) {
    state_ = State::quoted;
    has_pairs_ = true;
    return CsvEdge::none;
  }
  const CsvEdge edge = state_ == State::closing ? note_stray_quote() : CsvEdge::none;
  state_ = State::closing;
  closing_ = at;
  return edge;
}

// Whether the delimiter or line end at `at`, before which the text ends at `end`, ends the field.
inline CsvEdge CsvMachine::leave_quotes(std::uint64_t at, std::uint64_t end) {
  const bool is_plain = state_ == State::closing && closing_ + 1 == end && !is_careful_ && !is_too_far(at);
  if (!is_plain) return leave_doubtful_quotes(at);
  field_ = {.begin = field_start_ + 1, .end = closing_, .is_quoted = true, .has_pairs = has_pairs_};
  state_ = State::unquoted;
  return CsvEdge::field;
}

inline void CsvMachine::next_row(std::uint64_t start) {
  row_start_ = field_start_ = start;
  row_line_ = line_;
  delimiters_ = 0;
  trouble_ = CsvTrouble::none;
  is_reread_ = false;
  if (tolerated_) forget_tolerated();
}

template <class EndRow>
bool CsvMachine::take_block(const CsvMarks& marks, std::uint64_t offset, EndRow&& end_row) {
  CsvBlock block{.offset = offset, .delimiters = marks.delimiters, .newlines = marks.newlines};
  if (!can_take_at_once(marks, block)) return take_one_by_one(marks, offset, end_row);
  take_at_once(marks, block, end_row);
  return true;
}

inline bool CsvMachine::can_take_at_once(const CsvMarks& marks, CsvBlock& block) const {
  if (is_careful_) return false;
  if (state_ == State::unquoted && marks.quotes == 0) return true;
  if (state_ == State::closing) return false;
  if (state_ == State::quoted && is_too_far(block.offset + block_bytes)) return false;
  return leave_out_quoted(marks, block);
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
    if (delimiters_ == 0) end_unquoted(end_before_newline(at));
    end_row(*this);
    next_row(at + 1);
  }
  line_ = first_line + static_cast<unsigned>(std::popcount(marks.newlines));
  delimiters_ += static_cast<unsigned>(std::popcount(delimiters));
  const std::uint64_t ends = block.delimiters | block.newlines;
  const auto after_ends = static_cast<unsigned>(std::countl_zero(ends));
  if (ends != 0) field_start_ = block.offset + block_bytes - after_ends;
  if (block.state_behind != State::unquoted) {
    const std::uint64_t in_field = after_ends == 0 ? 0 : ~std::uint64_t{0} << (block_bytes - after_ends);
    if (ends != 0 || !block.begins_quoted) {
      opening_line_ = line_ - static_cast<unsigned>(std::popcount(marks.newlines & in_field));
      has_delimiter_ = false;
    }
    has_delimiter_ = has_delimiter_ || (marks.delimiters & in_field) != 0;
  }
  state_ = block.state_behind;
  closing_ = block.closing;
}

template <class EndRow>
bool CsvMachine::take_one_by_one(const CsvMarks& marks, std::uint64_t offset, EndRow&& end_row) {
  for (std::uint64_t left = marks.all(); left != 0; left &= left - 1) {
    const std::uint64_t at = offset + static_cast<unsigned>(std::countr_zero(left));
    const std::uint64_t bit = left & -left;
    const CsvEdge edge = take(marks, bit, at);
    if (edge == CsvEdge::wrong_quote) return false;
    if (edge != CsvEdge::row) continue;
    end_row(*this);
    next_row(at + 1);
  }
  return true;
}

}  // namespace weft::text
