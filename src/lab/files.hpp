#pragma once

#include <string>

#include "lab/activities.hpp"
#include "lab/answer.hpp"
#include "lab/file_list.hpp"
#include "lab/revision.hpp"
#include "lab/signal.hpp"

namespace weft::lab {

/// The list of files, and the commands that change it.
class Files {
 public:
  Files(Activities& activities, Revision& revision) : activities_(activities), revision_(revision) {}

  const FileList& list() const { return list_; }

  /// Adds a file that the file system knows under `path`. `size` in bytes, or -1 if not known. Allowed at any
  /// time; a run that is under way does not see it.
  FileNumber add(std::string path, double size);
  Answer remove(FileNumber number);
  Answer clear();
  /// From the next run and the next stepper on a file of the list is read as CSV so; what is not told is
  /// guessed.
  Answer read_csv_as(const std::string& path, const text::CsvOptions& csv);

  /// Takes a file out of the list that is gone from the file system too; nobody is told.
  void forget(FileNumber number);

  /// A file has left the list: whatever stands behind its path may be let go.
  Signal<const std::string&>& removed() { return removed_; }
  /// The list is empty now; each of its files is told of after that.
  Signal<>& cleared() { return cleared_; }
  /// A file is to be read in another way.
  Signal<const std::string&>& reread() { return reread_; }

 private:
  Activities& activities_;
  Revision& revision_;
  FileList list_;
  Signal<const std::string&> removed_;
  Signal<> cleared_;
  Signal<const std::string&> reread_;
};

}  // namespace weft::lab
