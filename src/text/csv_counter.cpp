#include "text/csv_counter.hpp"

namespace weft::text {

void CsvCounter::add(std::span<const std::byte> piece) {
  scan(head_.add({reinterpret_cast<const char*>(piece.data()), piece.size()}));
}

void CsvCounter::finish() {
  scan(head_.finish());
  if (machine_ && machine_->finish()) end_row(*machine_);
}

void CsvCounter::scan(std::string_view piece) {
  if (piece.empty()) return;
  if (!machine_) {
    counts_.delimiter = head_.dialect()->delimiter;
    machine_.emplace(*head_.dialect());
    machine_->skip(head_.mark_size());
  }
  const CsvMarker marker(*head_.dialect());
  const std::uint64_t offset = machine_->offset();
  const std::size_t in_blocks = piece.size() - piece.size() % block_bytes;
  const auto row_ends = [this](const CsvMachine& row) { end_row(row); };
  machine_->begin_piece(piece);
  for (std::size_t at = 0; at < in_blocks; at += block_bytes)
    machine_->take_block(marker.whole_block(piece.data() + at), offset + at, row_ends);
  machine_->take_block(marker.part_of_block(piece.substr(in_blocks)), offset + in_blocks, row_ends);
  machine_->end_piece();
}

// The header, an empty row, a bad one, or one of a single field.
void CsvCounter::end_unusual_row(const CsvMachine& row) {
  if (row.is_empty()) return;
  const bool is_header = counts_.columns == 0;
  if (is_header) {
    counts_.columns = row.fields();
  } else {
    ++counts_.rows;
  }
  counts_.fields += row.fields();
  if (row.trouble() == CsvTrouble::none && row.fields() == counts_.columns) return;
  ++counts_.bad_rows;
  if (counts_.bad_lines.size() < CsvCounts::most_bad_lines) counts_.bad_lines.push_back(row.line());
}

}  // namespace weft::text
