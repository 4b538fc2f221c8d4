#include "text/csv_splitter.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace weft::text {
namespace {

/// Appends a quoted field without the first quote of each pair, and without the backslashes that escape.
std::string_view undouble(std::string_view field, const CsvDialect& dialect, std::string& out) {
  const std::size_t start = out.size();
  const std::array<char, 2> specials = {dialect.quote, '\\'};
  const auto special_from = [&](std::size_t at) {
    return dialect.has_backslashes ? field.find_first_of(specials.data(), at, specials.size())
                                   : field.find(dialect.quote, at);
  };
  std::size_t copied = 0;
  for (std::size_t at = special_from(0); at < field.size() - 1; at = special_from(at)) {
    const char next = field[at + 1];
    const bool is_pair = next == dialect.quote || (field[at] == '\\' && next == '\\');
    if (is_pair) {
      out.append(field.substr(copied, at - copied));
      copied = ++at;
    }
    ++at;
  }
  out.append(field.substr(copied));
  return std::string_view(out).substr(start);
}

}  // namespace

void CsvSplitter::feed(std::span<const std::byte> chunk) {
  begin(head_.add({reinterpret_cast<const char*>(chunk.data()), chunk.size()}));
}

void CsvSplitter::finish() {
  is_finished_ = true;
  begin(head_.finish());
}

void CsvSplitter::begin(std::string_view chunk) {
  tape_.add(chunk);
  if (machine_ || chunk.empty()) return;
  const CsvLayout& layout = *head_.layout();
  marker_.emplace(layout.dialect);
  machine_.emplace(layout.dialect);
  machine_->begin_at(layout.begin, layout.first_line);
  tape_.go_to(layout.begin);
}

std::optional<CsvRow> CsvSplitter::next() {
  if (!machine_ || is_over_) return std::nullopt;
  if (used_up_to_) start_row(*used_up_to_);
  while (true) {
    if (std::optional<CsvRow> row = next_of_piece()) return row;
    if (begin_next_piece()) continue;
    if (!is_finished_) return std::nullopt;
    if (tape_.finish()) continue;
    std::optional<CsvRow> row = last_row();
    if (row || is_over_) return row;
  }
}

std::optional<CsvRow> CsvSplitter::next_of_piece() {
  while (true) {
    while (left_ == 0) {
      if (next_block_at_ >= piece_.size()) return std::nullopt;
      mark_next_block();
    }
    const std::uint64_t bit = left_ & -left_;
    const std::uint64_t at = machine_->offset() + block_at_ + static_cast<unsigned>(std::countr_zero(left_));
    left_ ^= bit;
    CsvEdge edge = CsvEdge::none;
    [[clang::always_inline]] edge = machine_->take(marks_, bit, at);
    if (edge == CsvEdge::none) continue;
    if (edge == CsvEdge::wrong_quote) {
      go_back();
      return std::nullopt;
    }
    note_field();
    if (edge == CsvEdge::field) continue;
    if (!machine_->is_empty()) return end_row(at);
    start_row(at + 1);
  }
}

// False if there is none. What has begun is kept for later.
bool CsvSplitter::begin_next_piece() {
  if (!piece_.empty()) end_piece();
  const std::optional<CsvPiece> piece = tape_.next();
  if (!piece) {
    tape_.settle(machine_->may_go_back_to());
    return false;
  }
  piece_ = piece->text;
  next_block_at_ = 0;
  machine_->begin_piece(*piece);
  return true;
}

void CsvSplitter::end_piece() {
  keep(machine_->offset() + piece_.size());
  piece_ = {};
  if (machine_->end_piece() == CsvEdge::wrong_quote) go_back();
}

// Makes the next piece begin behind the wrong quote. Of the row what lies before is kept.
void CsvSplitter::go_back() {
  const std::uint64_t to = machine_->go_back();
  keep(to);
  places_.resize(std::min<std::size_t>(places_.size(), machine_->fields() - 1));
  carried_.resize(
      static_cast<std::size_t>(std::min<std::uint64_t>(carried_.size(), to - machine_->row_start())));
  tape_.go_to(to);
  piece_ = {};
  left_ = 0;
}

// At the end of the text. Nothing also if it has to be taken again from a wrong quote.
std::optional<CsvRow> CsvSplitter::last_row() {
  const CsvEdge edge = machine_->finish();
  if (edge == CsvEdge::wrong_quote) {
    go_back();
    return std::nullopt;
  }
  is_over_ = true;
  if (edge == CsvEdge::none) return std::nullopt;
  note_field();
  return end_row(machine_->offset());
}

void CsvSplitter::mark_next_block() {
  block_at_ = next_block_at_;
  next_block_at_ += block_bytes;
  marks_ = marker_->block(piece_, block_at_);
  left_ = marks_.all();
}

std::optional<CsvRow> CsvSplitter::end_row(std::uint64_t end) {
  used_up_to_ = end + 1;
  const bool is_in_piece = carried_.empty() && !piece_.empty();
  if (!is_in_piece) keep(end);
  show_fields(is_in_piece ? piece_.data() + (machine_->row_start() - machine_->offset()) : carried_.data());
  const bool is_first = columns_ == 0;
  if (is_first) machine_->expect_fields(columns_ = machine_->fields());
  return CsvRow{.line = machine_->line(),
                .fields = fields_,
                .trouble = trouble_of_row(),
                .columns = columns_,
                .is_header = is_first && head_.layout()->has_header};
}

// Adds to the beginning of the row what lies in the present piece before `end`.
void CsvSplitter::keep(std::uint64_t end) {
  const std::uint64_t begin = std::max(machine_->row_start(), machine_->offset());
  if (begin >= end) return;
  const std::string_view part = piece_.substr(static_cast<std::size_t>(begin - machine_->offset()),
                                              static_cast<std::size_t>(end - begin));
  carried_.append(part.substr(0, most_row_bytes - carried_.size()));
}

void CsvSplitter::note_field() {
  const CsvField& field = machine_->field();
  const std::uint64_t begin = field.begin - machine_->row_start();
  const std::uint64_t end = field.end - machine_->row_start();
  is_cut_ = is_cut_ || end > most_row_bytes || places_.size() == most_fields;
  if (begin > most_row_bytes || places_.size() == most_fields) return;
  places_.push_back({.begin = static_cast<std::uint32_t>(begin),
                     .end = static_cast<std::uint32_t>(std::min<std::uint64_t>(end, most_row_bytes)),
                     .is_quoted = field.is_quoted,
                     .has_pairs = field.has_pairs});
}

void CsvSplitter::start_row(std::uint64_t at) {
  machine_->next_row(at);
  used_up_to_.reset();
  carried_.clear();
  places_.clear();
  is_cut_ = false;
}

CsvTrouble CsvSplitter::trouble_of_row() const {
  if (machine_->trouble() != CsvTrouble::none) return machine_->trouble();
  if (is_cut_) return CsvTrouble::too_long;
  return machine_->fields() == columns_ ? CsvTrouble::none : CsvTrouble::field_count;
}

void CsvSplitter::show_fields(const char* row) {
  const CsvDialect& dialect = head_.layout()->dialect;
  std::size_t doubled = 0;
  for (const Place& place : places_) doubled += place.has_pairs ? place.end - place.begin : 0;
  undoubled_.clear();
  undoubled_.reserve(doubled);
  fields_.clear();
  for (const Place& place : places_) {
    const std::string_view field(row + place.begin, place.end - place.begin);
    fields_.push_back(place.has_pairs ? undouble(field, dialect, undoubled_) : field);
  }
  if (dialect.has_padding) leave_out_padding();
}

// The blank behind a delimiter; the quotes of a quoted field have kept it out already.
void CsvSplitter::leave_out_padding() {
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const bool may_be_padded = !places_[i].is_quoted && places_[i].begin > 0;
    if (may_be_padded && fields_[i].starts_with(' ')) fields_[i].remove_prefix(1);
  }
}

}  // namespace weft::text
