#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "lab/revision.hpp"
#include "vfs/error.hpp"
#include "vfs/file_system.hpp"

namespace weft::lab {

/// The code that does an exercise, as the product has it, and the Python that it corresponds to. Cut out of
/// the sources by cmake/make-snippets.mjs, which describes the text that this is a view of.
struct ExerciseCode {
  /// "src/lab/exercises/leak_files.cpp", and "src/lab/exercises/leak_files.cpp, line 12".
  std::string_view path;
  std::string_view place;
  std::string_view cpp;
  std::string_view python;
};

/// Hands out the code of exercises. It comes with the page, and is read when somebody wants to see it: the
/// first frame does not need it.
class CodeShelf {
 public:
  /// `path_of` knows where in `files` the code of an exercise is; both outlive this and its fibers, as does
  /// `revision`. Without files nothing is to be wanted.
  CodeShelf(vfs::FileSystem* files, std::function<std::string(std::string_view exercise)> path_of,
            Revision& revision)
      : files_(files), path_of_(std::move(path_of)), revision_(revision) {}

  /// Begins to read, on a fiber, unless that has been done; after a failure it is tried again.
  void want(std::string_view exercise);

  /// Null until it has been read, or reading has failed. Valid as long as the shelf, unless `want` tries
  /// again.
  const vfs::Result<ExerciseCode>* find(std::string_view exercise) const;

 private:
  struct Item {
    /// Empty while it is being read.
    std::optional<vfs::Result<ExerciseCode>> code;
    std::string text;
  };

  vfs::FileSystem* files_;
  std::function<std::string(std::string_view exercise)> path_of_;
  Revision& revision_;
  std::unordered_map<std::string, std::shared_ptr<Item>> items_;
};

}  // namespace weft::lab
