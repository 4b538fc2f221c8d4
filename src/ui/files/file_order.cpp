#include "ui/files/file_order.hpp"

#include <algorithm>
#include <array>
#include <compare>
#include <numeric>

namespace weft::ui {
namespace {

constexpr std::array<std::string_view, file_column_count> names = {
    "order", "name", "status", "lines", "words", "bytes", "chars", "longest", "time"};
constexpr double patience_ms = 400;

double figure(FileColumn column, const lab::FileEntry& file, const lab::FileRow* row) {
  if (column == FileColumn::bytes) return row != nullptr ? row->size : file.size;
  if (row == nullptr) return -1;
  switch (column) {
    case FileColumn::order:
      return row->order == 0 ? 1e18 : row->order;
    case FileColumn::status:
      return static_cast<double>(row->status);
    case FileColumn::lines:
      return static_cast<double>(row->figures.lines);
    case FileColumn::words:
      return static_cast<double>(row->figures.words);
    case FileColumn::chars:
      return static_cast<double>(row->figures.chars);
    case FileColumn::longest:
      return static_cast<double>(row->figures.longest_line);
    case FileColumn::time:
      return row->elapsed_ms;
    default:
      return 0;
  }
}

}  // namespace

std::string_view name_of(FileColumn column) { return names[static_cast<std::size_t>(column)]; }

void FileOrder::sort_by(FileColumn column, bool descending) {
  is_sorted_ = true;
  column_ = column;
  descending_ = descending;
  is_stale_ = true;
}

void FileOrder::unsorted() {
  is_sorted_ = false;
  is_stale_ = true;
}

TimeScale FileOrder::time_scale() const {
  return {.longest_ms = longest_ms_, .is_blocking = run_.report().mode() == lab::Mode::sync};
}

const std::vector<std::uint32_t>& FileOrder::update(double now_ms) {
  const bool has_changed = sorted_revision_ != revision_.value();
  const bool may_sort = !activities_.is_busy() || now_ms - sorted_at_ms_ > patience_ms;
  if (is_stale_ || order_.size() != files_.size() || (has_changed && may_sort)) {
    sorted_revision_ = revision_.value();
    sorted_at_ms_ = now_ms;
    is_stale_ = false;
    sort();
  }
  return order_;
}

void FileOrder::sort() {
  const auto files = files_.entries();
  order_.resize(files.size());
  std::iota(order_.begin(), order_.end(), 0U);
  longest_ms_ = 0;
  for (const lab::FileRow& row : run_.report().rows) longest_ms_ = std::max(longest_ms_, row.elapsed_ms);
  if (!is_sorted_) return;
  if (column_ == FileColumn::name) {
    std::ranges::stable_sort(order_, [&](std::uint32_t a, std::uint32_t b) {
      return descending_ ? files[b].name < files[a].name : files[a].name < files[b].name;
    });
    return;
  }
  std::vector<double> keys(files.size());
  for (std::size_t at = 0; at < files.size(); ++at)
    keys[at] = figure(column_, files[at], run_.row_of(files[at].number));
  std::ranges::stable_sort(order_, [&](std::uint32_t a, std::uint32_t b) {
    return descending_ ? keys[b] < keys[a] : keys[a] < keys[b];
  });
}

}  // namespace weft::ui
