#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/csv_machine.hpp"
#include "text/csv_tape.hpp"

namespace weft::text {

/// Leads a machine through a text that comes in chunks, for those who want to know of rows and not of fields.
/// `end_row(const CsvMachine&)` is called at the end of every row, empty ones included.
class CsvScanner {
 public:
  explicit CsvScanner(const CsvLayout& layout) : marker_(layout.dialect), machine_(layout.dialect) {
    machine_.begin_at(layout.begin, layout.first_line);
    tape_.go_to(layout.begin);
  }

  void expect_fields(std::uint64_t fields) { machine_.expect_fields(fields); }

  template <class EndRow>
  void add(std::string_view chunk, EndRow&& end_row) {
    tape_.add(chunk);
    scan(end_row);
  }

  template <class EndRow>
  void finish(EndRow&& end_row) {
    if (tape_.finish()) scan(end_row);
    CsvEdge edge = machine_.finish();
    for (; edge == CsvEdge::wrong_quote; edge = machine_.finish()) {
      tape_.go_to(machine_.go_back());
      scan(end_row);
    }
    if (edge == CsvEdge::row) end_row(machine_);
  }

 private:
  template <class EndRow>
  void scan(EndRow&& end_row) {
    while (const std::optional<CsvPiece> piece = tape_.next())
      if (!take(*piece, end_row)) tape_.go_to(machine_.go_back());
    tape_.settle(machine_.may_go_back_to());
  }

  // False if it stopped at a wrong quote.
  template <class EndRow>
  bool take(const CsvPiece& piece, EndRow&& end_row) {
    machine_.begin_piece(piece);
    for (std::size_t at = 0; at < piece.text.size(); at += block_bytes)
      if (!machine_.take_block(marker_.block(piece.text, at), piece.offset + at, end_row)) return false;
    return machine_.end_piece() != CsvEdge::wrong_quote;
  }

  CsvMarker marker_;
  CsvTape tape_;
  CsvMachine machine_;
};

}  // namespace weft::text
