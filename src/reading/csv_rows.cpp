#include "reading/csv_rows.hpp"

#include "reading/csv_reader.hpp"
#include "reading/file_sequence.hpp"

namespace weft::reading {

struct CsvRows::State : FileSequence<CsvReader> {
  using FileSequence::FileSequence;
};

CsvRows::CsvRows(vfs::File& file, CsvRowsOptions options)
    : state_(std::make_unique<State>("rows", file, options.chunk_bytes, options.decode)) {}
CsvRows::CsvRows(vfs::File&& file, CsvRowsOptions options)
    : state_(std::make_unique<State>("rows", std::move(file), options.chunk_bytes, options.decode)) {}
CsvRows::CsvRows(CsvRows&&) noexcept = default;
CsvRows::~CsvRows() = default;

text::CsvRow* CsvRows::next() { return state_->next(); }
void CsvRows::close() { state_->end(std::nullopt); }

const std::optional<vfs::Error>& CsvRows::error() const { return state_->error(); }
std::uint64_t CsvRows::position() const { return state_->last().line; }
fiber::Progress CsvRows::progress() const { return state_->chunks().progress(); }
fiber::FiberId CsvRows::fiber() const { return state_->chunks().fiber(); }

}  // namespace weft::reading
