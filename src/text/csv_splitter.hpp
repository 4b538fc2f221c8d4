#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/csv_head.hpp"
#include "text/csv_machine.hpp"
#include "text/csv_marks.hpp"
#include "text/csv_row.hpp"
#include "text/csv_tape.hpp"

namespace weft::text {

/// Cuts a CSV text that comes in chunks of any size into rows; empty rows are left out. Only a row that
/// reaches over the edge of a chunk is copied, and no more of it than `most_row_bytes` is kept, nor of what
/// lies behind a quote than it takes to find that quote wrong, so memory is bounded.
class CsvSplitter {
 public:
  using Item = CsvRow;

  /// Of a longer row its beginning is kept.
  static constexpr std::size_t most_row_bytes = 4 * 1024 * 1024;
  /// Of a row with more fields the first ones are kept.
  static constexpr std::size_t most_fields = 100'000;

  explicit CsvSplitter(const CsvOptions& options = {}) : head_(options) {}

  /// Gives the next chunk, which must stay as it is until `next` has returned nothing. Called at the
  /// beginning, and whenever `next` has returned nothing.
  void feed(std::span<const std::byte> chunk);

  /// Says that no chunk follows.
  void finish();

  /// The next row of what has been fed; nothing when more is needed, or all is done. The row can be read
  /// until the next call.
  std::optional<CsvRow> next();

  /// Known with the first row.
  const std::optional<CsvLayout>& layout() const { return head_.layout(); }

 private:
  /// By offsets in the row.
  struct Place {
    std::uint32_t begin;
    std::uint32_t end;
    bool is_quoted;
    bool has_pairs;
  };

  void begin(std::string_view chunk);
  bool begin_next_piece();
  void end_piece();
  void go_back();
  void mark_next_block();
  std::optional<CsvRow> next_of_piece();
  std::optional<CsvRow> last_row();
  std::optional<CsvRow> end_row(std::uint64_t end);
  void keep(std::uint64_t end);
  void note_field();
  void start_row(std::uint64_t at);
  CsvTrouble trouble_of_row() const;
  void show_fields(const char* row);
  void leave_out_padding();

  CsvHead head_;
  CsvTape tape_;
  std::optional<CsvMarker> marker_;
  std::optional<CsvMachine> machine_;
  std::string_view piece_;
  /// Of the block in the piece, and its marks that are not taken yet.
  std::size_t block_at_ = 0;
  std::size_t next_block_at_ = 0;
  CsvMarks marks_;
  std::uint64_t left_ = 0;
  /// The beginning of a row from earlier chunks.
  std::string carried_;
  std::vector<Place> places_;
  /// Fields with doubled quotes, undone.
  std::string undoubled_;
  std::vector<std::string_view> fields_;
  std::uint64_t columns_ = 0;
  std::optional<std::uint64_t> used_up_to_;
  bool is_cut_ = false;
  bool is_finished_ = false;
  bool is_over_ = false;
};

}  // namespace weft::text
