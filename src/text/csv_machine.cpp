#include "text/csv_machine.hpp"

#include <algorithm>

namespace weft::text {

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
