#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/csv_dialect.hpp"

namespace weft::lab {

/// Files of the list are numbered from 1 as they are added; no number is used twice. 0 stands for none.
using FileNumber = std::uint64_t;

struct FileEntry {
  FileNumber number = 0;
  /// Where the file system finds it: "/drop/folder/book.txt".
  std::string path;
  /// What a person calls it: the path below its mount, "folder/book.txt".
  std::string name;
  /// Bytes when it was added; -1 where that is not known before it is opened.
  double size = -1;
  /// What a person has told of it as CSV.
  text::CsvOptions csv = {};
};

/// "folder/book.txt" for "/drop/folder/book.txt": a path without its first component.
std::string display_name(std::string_view path);

/// The files that a run works on, in the order given. No path is in it twice.
class FileList {
 public:
  /// Appends, or brings the size up to date if the path is in the list already. Returns the file's number.
  FileNumber add(std::string path, double size);

  /// Tells how a file is to be read as CSV. False if there is no such file.
  bool read_as(std::string_view path, const text::CsvOptions& csv);

  /// False if there is no such file.
  bool remove(FileNumber number);
  void clear();

  /// Null if there is no such file.
  const FileEntry* find(FileNumber number) const;
  const FileEntry* find(std::string_view path) const;

  std::span<const FileEntry> entries() const { return entries_; }
  bool empty() const { return entries_.empty(); }
  std::size_t size() const { return entries_.size(); }

  /// The sum of the sizes that are known.
  double total_bytes() const;

 private:
  FileNumber last_ = 0;
  std::vector<FileEntry> entries_;
  std::unordered_map<std::string, FileNumber> by_path_;
};

}  // namespace weft::lab
