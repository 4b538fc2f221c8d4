#include "lab/file_list.hpp"

#include <algorithm>

namespace weft::lab {

std::string display_name(std::string_view path) {
  const std::size_t slash = path.find('/', 1);
  if (path.starts_with('/') && slash != std::string_view::npos) path.remove_prefix(slash + 1);
  return std::string(path);
}

FileNumber FileList::add(std::string path, double size) {
  const auto [place, is_new] = by_path_.try_emplace(path, last_ + 1);
  if (is_new) {
    std::string name = display_name(path);
    entries_.push_back(
        {.number = ++last_, .path = std::move(path), .name = std::move(name), .size = size, .csv = {}});
  } else {
    std::ranges::find(entries_, place->second, &FileEntry::number)->size = size;
  }
  return place->second;
}

bool FileList::read_as(std::string_view path, const text::CsvOptions& csv) {
  const auto entry = std::ranges::find(entries_, path, &FileEntry::path);
  if (entry == entries_.end()) return false;
  entry->csv = csv;
  return true;
}

bool FileList::remove(FileNumber number) {
  const auto entry = std::ranges::find(entries_, number, &FileEntry::number);
  if (entry == entries_.end()) return false;
  by_path_.erase(entry->path);
  entries_.erase(entry);
  return true;
}

void FileList::clear() {
  entries_.clear();
  by_path_.clear();
}

// Numbers only grow along the list.
const FileEntry* FileList::find(FileNumber number) const {
  const auto entry = std::ranges::lower_bound(entries_, number, {}, &FileEntry::number);
  return entry != entries_.end() && entry->number == number ? &*entry : nullptr;
}

const FileEntry* FileList::find(std::string_view path) const {
  const auto found = by_path_.find(std::string(path));
  return found == by_path_.end() ? nullptr : find(found->second);
}

double FileList::total_bytes() const {
  double total = 0;
  for (const FileEntry& entry : entries_) total += std::max(0.0, entry.size);
  return total;
}

}  // namespace weft::lab
