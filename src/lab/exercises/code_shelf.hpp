#pragma once

#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "lab/revision.hpp"

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

/// Hands out the code of the exercises. It comes with the page as one text, and is fetched when somebody
/// first wants to see any of it: the first frame does not need it.
class CodeShelf {
 public:
  /// The text, or why it did not come: a sentence for a person.
  using Fetched = std::expected<std::string, std::string>;

  /// `fetch` begins to fetch the text, which `put` is called with. Nothing is to be wanted where it is empty.
  /// `revision` outlives this.
  CodeShelf(std::function<void()> fetch, Revision& revision)
      : fetch_(std::move(fetch)), revision_(revision) {}

  /// Has the text fetched, unless it is on its way, or holds that exercise: after a failure it is fetched
  /// again.
  void want(std::string_view exercise);

  void put(Fetched fetched);

  /// Empty while the text is on its way; else the code, or a sentence on why it is not there. The code is
  /// valid until another text is put.
  std::optional<std::expected<ExerciseCode, std::string>> find(std::string_view exercise) const;

 private:
  std::function<void()> fetch_;
  Revision& revision_;
  bool is_coming_ = false;
  std::optional<Fetched> fetched_;
};

}  // namespace weft::lab
