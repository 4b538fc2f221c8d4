#include "text/csv_machine.hpp"

#include <algorithm>
#include <bit>

namespace weft::text {
namespace {

/// Bit i of the result tells whether an odd number of the bits up to i are set.
std::uint64_t parity_up_to_each(std::uint64_t bits) {
  for (unsigned step = 1; step < 64; step *= 2) bits ^= bits << step;
  return bits;
}

bool has_bit(std::uint64_t bits, std::uint64_t at) { return (bits >> at & 1) != 0; }

}  // namespace

// Finds by the parity of the quotes what is within quotes. That holds where a quote opens a field only at its
// beginning, and closes it only right before its end; for a block where one does not, the answer is no. A
// doubled quote closes and opens again.
bool CsvMachine::leave_out_quoted(const CsvMarks& marks, CsvBlock& block) const {
  const std::uint64_t size = std::min<std::uint64_t>(block_bytes, offset_ + piece_.size() - block.offset);
  if (size == 0) return false;
  block.begins_quoted = state_ == State::quoted;
  const std::uint64_t inside =
      parity_up_to_each(marks.quotes) ^ (block.begins_quoted ? ~std::uint64_t{0} : 0);
  const std::uint64_t closing = marks.quotes & ~inside;
  block.delimiters = marks.delimiters & ~inside;
  block.newlines = marks.newlines & ~inside;
  const std::uint64_t begins_field = !block.begins_quoted && field_start_ == block.offset ? 1 : 0;
  const std::uint64_t may_open = (block.delimiters | block.newlines | closing) << 1 | begins_field;
  if ((marks.quotes & inside & ~may_open) != 0 || !are_followed_well(closing, marks, block.offset))
    return false;
  if (has_bit(inside, size - 1)) block.state_behind = State::quoted;
  if (has_bit(closing, size - 1)) block.state_behind = State::closing;
  block.closing = block.offset + size - 1;
  return true;
}

// By a delimiter, a line end, or another quote. What follows the piece is seen later.
bool CsvMachine::are_followed_well(std::uint64_t closing, const CsvMarks& marks, std::uint64_t offset) const {
  for (std::uint64_t others = closing << 1 & ~marks.all(); others != 0; others &= others - 1) {
    const auto at = static_cast<unsigned>(std::countr_zero(others));
    const auto in_piece = static_cast<std::size_t>(offset - offset_) + at;
    if (in_piece >= piece_.size()) continue;
    if (piece_[in_piece] != '\r' || at + 1 == block_bytes || !has_bit(marks.newlines, at + 1)) return false;
  }
  return true;
}

bool CsvMachine::may_open(std::uint64_t at) {
  if (field_with_text_ == field_start_) return false;
  if (is_only_indented(at)) return true;
  field_with_text_ = field_start_;
  return false;
}

// Whether the delimiter or line end at `at` comes right behind a closing quote.
CsvEdge CsvMachine::leave_doubtful_quotes(std::uint64_t at) {
  if (is_too_far(at)) return CsvEdge::wrong_quote;
  if (state_ == State::quoted) return CsvEdge::none;
  if (!is_blank(closing_ + 1, at)) return note_stray_quote();
  end_quoted(end_before_newline(at));
  return CsvEdge::field;
}

// The quote at `closing_` has text behind it.
CsvEdge CsvMachine::note_stray_quote() {
  const bool is_wrong = is_doubtfully_indented() || is_reread_ || line_ != opening_line_;
  state_ = State::quoted;
  has_stray_ = is_careful_ = true;
  return is_wrong ? CsvEdge::wrong_quote : CsvEdge::none;
}

void CsvMachine::end_quoted(std::uint64_t end) {
  if (has_stray_) trouble_ = CsvTrouble::stray_quote;
  if (has_stray_ && has_delimiter_ && !tolerated_)
    tolerated_ = {
        .at = opening(), .field_start = field_start_, .delimiters = delimiters_, .line = opening_line_};
  if (indent_ != 0 && !has_delimiter_ && !dialect_.has_padding) {
    end_unquoted(end);
  } else {
    field_ = {.begin = opening() + 1, .end = closing_, .is_quoted = true, .has_pairs = has_pairs_};
  }
  state_ = State::unquoted;
  has_stray_ = false;
  indent_ = 0;
  be_careful_if_needed();
}

void CsvMachine::forget_tolerated() {
  tolerated_.reset();
  be_careful_if_needed();
}

// Blanks before the quote make it text that nobody needs to hear of, but where delimiters are padded.
std::uint64_t CsvMachine::go_back() {
  Opening wrong{
      .at = opening(), .field_start = field_start_, .delimiters = delimiters_, .line = opening_line_};
  if (state_ == State::unquoted) {
    wrong = *tolerated_;
    tolerated_.reset();
  }
  if (wrong.at == wrong.field_start || dialect_.has_padding) {
    is_reread_ = true;
    if (trouble_ == CsvTrouble::none)
      trouble_ = has_stray_ ? CsvTrouble::stray_quote : CsvTrouble::open_quote;
  }
  state_ = State::unquoted;
  has_stray_ = false;
  is_indented_before_piece_ = false;
  indent_ = 0;
  field_start_ = wrong.field_start;
  field_with_text_.reset();
  delimiters_ = wrong.delimiters;
  line_ = wrong.line;
  last_ = dialect_.quote;
  be_careful_if_needed();
  return wrong.at + 1;
}

// Looks only at what of it lies in the present piece: `end_piece` has looked at the rest.
bool CsvMachine::is_blank(std::uint64_t begin, std::uint64_t end) const {
  const std::uint64_t from = std::max(begin, offset_);
  const std::string_view between =
      piece_.substr(static_cast<std::size_t>(from - offset_), static_cast<std::size_t>(end - from));
  return between.find_first_not_of(" \t\v\f\r\n") == std::string_view::npos;
}

CsvEdge CsvMachine::end_piece() {
  const std::uint64_t end = offset_ + piece_.size();
  CsvEdge edge = CsvEdge::none;
  if (state_ == State::closing && !is_blank(closing_ + 1, end)) edge = note_stray_quote();
  if (state_ != State::unquoted && is_too_far(end)) edge = CsvEdge::wrong_quote;
  if (tolerated_ && end - tolerated_->at > most_quoted_bytes) forget_tolerated();
  is_indented_before_piece_ = is_only_indented(end);
  if (!piece_.empty()) last_ = piece_.back();
  offset_ = end;
  piece_ = {};
  return edge;
}

CsvEdge CsvMachine::finish() {
  if (state_ == State::quoted) return CsvEdge::wrong_quote;
  if (state_ == State::unquoted && offset_ == row_start_) return CsvEdge::none;
  if (state_ == State::unquoted) {
    end_unquoted(offset_);
  } else {
    end_quoted(offset_);
  }
  return end_row_at(offset_);
}

}  // namespace weft::text
