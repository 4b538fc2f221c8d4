#include "text/csv_splitter.hpp"

#include <algorithm>
#include <bit>

namespace weft::text {
namespace {

std::string_view undouble(std::string_view field, std::string& out) {
  const std::size_t start = out.size();
  while (true) {
    const std::size_t pair = field.find("\"\"");
    if (pair == std::string_view::npos) break;
    out.append(field.substr(0, pair + 1));
    field.remove_prefix(pair + 2);
  }
  out.append(field);
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

void CsvSplitter::begin(std::string_view piece) {
  piece_ = piece;
  next_block_at_ = 0;
  left_ = 0;
  if (piece.empty()) return;
  if (!machine_) {
    machine_.emplace(*head_.dialect());
    machine_->skip(head_.mark_size());
  }
  machine_->begin_piece(piece);
}

std::optional<CsvRow> CsvSplitter::next() {
  if (!machine_) return std::nullopt;
  if (used_up_to_) start_row(*used_up_to_);
  if (std::optional<CsvRow> row = next_of_piece()) return row;
  return end_piece();
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
    const CsvEdge edge = machine_->take(marks_, bit, at);
    if (edge == CsvEdge::none) continue;
    note_field();
    if (edge == CsvEdge::field) continue;
    if (!machine_->is_empty()) return end_row(at);
    start_row(at + 1);
  }
}

void CsvSplitter::mark_next_block() {
  const CsvMarker marker(*head_.dialect());
  block_at_ = next_block_at_;
  next_block_at_ += block_bytes;
  marks_ = next_block_at_ <= piece_.size() ? marker.whole_block(piece_.data() + block_at_)
                                           : marker.part_of_block(piece_.substr(block_at_));
  left_ = marks_.all();
}

// Keeps what has begun for later, or makes the last row of it.
std::optional<CsvRow> CsvSplitter::end_piece() {
  if (!piece_.empty()) {
    keep(machine_->offset() + piece_.size());
    machine_->end_piece();
    begin({});
  }
  if (!is_finished_ || is_over_) return std::nullopt;
  is_over_ = true;
  if (!machine_->finish()) return std::nullopt;
  note_field();
  if (machine_->is_empty()) return std::nullopt;
  return end_row(machine_->offset());
}

std::optional<CsvRow> CsvSplitter::end_row(std::uint64_t end) {
  used_up_to_ = end + 1;
  const bool is_in_piece = carried_.empty() && !piece_.empty();
  if (!is_in_piece) keep(end);
  show_fields(is_in_piece ? piece_.data() + (machine_->row_start() - machine_->offset()) : carried_.data());
  return CsvRow{.line = machine_->line(), .fields = fields_, .trouble = trouble_of_row()};
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
                     .has_pairs = field.has_pairs});
}

void CsvSplitter::start_row(std::uint64_t at) {
  machine_->next_row(at);
  used_up_to_.reset();
  carried_.clear();
  places_.clear();
  is_cut_ = false;
}

CsvTrouble CsvSplitter::trouble_of_row() {
  const bool is_header = columns_ == 0;
  if (is_header) columns_ = machine_->fields();
  if (machine_->trouble() != CsvTrouble::none) return machine_->trouble();
  if (is_cut_) return CsvTrouble::too_long;
  return machine_->fields() == columns_ ? CsvTrouble::none : CsvTrouble::field_count;
}

void CsvSplitter::show_fields(const char* row) {
  std::size_t doubled = 0;
  for (const Place& place : places_) doubled += place.has_pairs ? place.end - place.begin : 0;
  undoubled_.clear();
  undoubled_.reserve(doubled);
  fields_.clear();
  for (const Place& place : places_) {
    const std::string_view field(row + place.begin, place.end - place.begin);
    fields_.push_back(place.has_pairs ? undouble(field, undoubled_) : field);
  }
}

}  // namespace weft::text
