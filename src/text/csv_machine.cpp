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

// By a delimiter, a newline, with a return before it or not, or another quote. What follows the piece is seen
// later.
bool CsvMachine::are_followed_well(std::uint64_t closing, const CsvMarks& marks, std::uint64_t offset) const {
  for (std::uint64_t others = closing << 1 & ~marks.all(); others != 0; others &= others - 1) {
    const auto at = static_cast<unsigned>(std::countr_zero(others));
    const auto in_piece = static_cast<std::size_t>(offset - offset_) + at;
    if (in_piece >= piece_.size()) continue;
    if (piece_[in_piece] != '\r' || at + 1 == block_bytes || !has_bit(marks.newlines, at + 1)) return false;
  }
  return true;
}

// For whether it is empty, or an empty pair of quotes: one of them may lie in the block before.
void CsvMachine::end_only_field(const CsvMarks& marks, const CsvBlock& block, std::uint64_t at) {
  end_unquoted(end_before_newline(at));
  if (field_.end - field_.begin != 2) return;
  const auto is_quote = [&](std::uint64_t place) {
    return place < block.offset ? block.begins_quoted : has_bit(marks.quotes, place - block.offset);
  };
  if (is_quote(field_.begin) && is_quote(field_.begin + 1)) field_.end = field_.begin;
}

// Whether the delimiter or newline at `at` comes right behind a closing quote.
bool CsvMachine::closes_at(std::uint64_t at) {
  if (state_ != State::closing) return false;
  if (is_blank(closing_ + 1, at)) return true;
  trouble_ = CsvTrouble::stray_quote;
  state_ = State::quoted;
  return false;
}

// Looks only at what of it lies in the present piece: `end_piece` has looked at the rest.
bool CsvMachine::is_blank(std::uint64_t begin, std::uint64_t end) const {
  const std::uint64_t from = std::max(begin, offset_);
  const std::string_view between =
      piece_.substr(static_cast<std::size_t>(from - offset_), static_cast<std::size_t>(end - from));
  return between.find_first_not_of(" \t\v\f\r\n") == std::string_view::npos;
}

void CsvMachine::end_piece() {
  const std::uint64_t end = offset_ + piece_.size();
  if (state_ == State::closing && !is_blank(closing_ + 1, end)) {
    trouble_ = CsvTrouble::stray_quote;
    state_ = State::quoted;
  }
  if (!piece_.empty()) last_ = piece_.back();
  offset_ = end;
  piece_ = {};
}

bool CsvMachine::finish() {
  if (state_ == State::unquoted && offset_ == row_start_) return false;
  if (state_ == State::unquoted) {
    end_unquoted(offset_);
  } else if (state_ == State::closing && closing_ + 1 == offset_) {
    end_quoted();
  } else {
    field_ = {.begin = field_start_ + 1, .end = offset_};
    trouble_ = CsvTrouble::open_quote;
    state_ = State::unquoted;
  }
  return true;
}

}  // namespace weft::text
