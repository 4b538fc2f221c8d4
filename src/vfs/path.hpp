#pragma once

#include <string>
#include <string_view>

#include "vfs/error.hpp"

namespace weft::vfs {

/// An absolute path in its one normal form: it begins with '/', has no "." or "..", no empty component and no
/// slash at its end; the root is "/". Names are bytes and are compared as bytes.
class Path {
 public:
  /// The root.
  Path() : text_("/") {}

  /// Normalises `text`. EINVAL if it is empty or relative, holds a NUL, or climbs above the root.
  static Result<Path> parse(std::string_view text, Verb verb = Verb::open);

  const std::string& text() const { return text_; }
  bool is_root() const { return text_.size() == 1; }

  /// The last component; empty for the root.
  std::string_view name() const;

  /// The directory it is in; the root is its own parent.
  Path parent() const;

  /// True for `directory` itself and everything below it.
  bool is_within(const Path& directory) const;

  /// What is left below `directory`, without a slash at the front: "b/c" for "/a/b/c" below "/a". Requires
  /// `is_within`; lives as long as this path.
  std::string_view relative_to(const Path& directory) const;

  friend bool operator==(const Path&, const Path&) = default;
  friend auto operator<=>(const Path&, const Path&) = default;

 private:
  explicit Path(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace weft::vfs
