#include "lab/files.hpp"

#include <vector>

#include "lab/format.hpp"

namespace weft::lab {

FileNumber Files::add(std::string path, double size) {
  revision_.bump();
  return list_.add(std::move(path), size);
}

Answer Files::remove(FileNumber number) {
  if (Answer idle = activities_.check_idle(); !idle) return idle;
  const FileEntry* entry = list_.find(number);
  if (entry == nullptr) return activities_.refuse("That file is not in the list any more.");
  const std::string path = entry->path;
  forget(number);
  removed_.emit(path);
  return {};
}

Answer Files::clear() {
  if (Answer idle = activities_.check_idle(); !idle) return idle;
  const std::vector<FileEntry> entries(list_.entries().begin(), list_.entries().end());
  list_.clear();
  cleared_.emit();
  for (const FileEntry& entry : entries) removed_.emit(entry.path);
  revision_.bump();
  return {};
}

Answer Files::read_csv_as(const std::string& path, const text::CsvOptions& csv) {
  if (csv.delimiter && csv.delimiter == csv.quote)
    return activities_.refuse("One character cannot be separator and quote.");
  if (!list_.read_as(path, csv))
    return activities_.refuse(lab::format("There is no file {} in the list.", path));
  reread_.emit(path);
  revision_.bump();
  return {};
}

void Files::forget(FileNumber number) {
  list_.remove(number);
  revision_.bump();
}

}  // namespace weft::lab
