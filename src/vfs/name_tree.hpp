#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vfs/entry.hpp"

namespace weft::vfs {

/// The files and directories that a backend knows, by relative path. `id` is the backend's own number for a
/// file.
class NameTree {
 public:
  struct Node {
    Stat stat;
    std::uint32_t id = 0;
    std::map<std::string, std::unique_ptr<Node>, std::less<>> children;
  };

  NameTree() { root_.stat.kind = Kind::directory; }

  /// Null for a path that does not exist. "" is the root.
  const Node* find(std::string_view path) const;
  Node* find(std::string_view path);

  std::optional<Stat> stat(std::string_view path) const;
  /// Sorted by name; empty for what is not a directory.
  std::vector<Entry> list(std::string_view directory) const;

  /// Makes the file or directory, or takes the one that is there, and the directories on the way. Null if
  /// there is a file where a directory is needed, or the other way round.
  Node* put(std::string_view path, Kind kind = Kind::file);

  /// True if `put` would make or find a file.
  bool can_put(std::string_view path) const;

  /// Makes a file under `path` or, if that is taken, under the first free "name (2).ext", "name (3).ext" …,
  /// directories likewise if a file stands in their way. Any path will do; what a `Path` cannot have is left
  /// out or replaced. Returns the path it got.
  std::string put_distinct(std::string_view path, const Stat& stat, std::uint32_t id);

  /// Removes a file or an empty directory; false if it is neither.
  bool remove(std::string_view path);

  void clear() { root_.children.clear(); }

  /// Removes every file for which `is_unwanted(node)`, and the directories in which nothing is left.
  template <class IsUnwanted>
  void remove_files(IsUnwanted&& is_unwanted) {
    remove_files(root_, is_unwanted);
  }

  /// Calls `visit(node)` for every file.
  template <class Visit>
  void for_each_file(Visit&& visit) const {
    for_each_file(root_, visit);
  }

 private:
  template <class Visit>
  static void for_each_file(const Node& node, Visit& visit) {
    if (node.stat.kind == Kind::file) visit(node);
    for (const auto& [name, child] : node.children) for_each_file(*child, visit);
  }

  template <class IsUnwanted>
  static void remove_files(Node& directory, IsUnwanted& is_unwanted) {
    std::erase_if(directory.children, [&](const auto& entry) {
      Node& child = *entry.second;
      if (child.stat.kind == Kind::file) return is_unwanted(child);
      remove_files(child, is_unwanted);
      return child.children.empty();
    });
  }

  Node root_;
};

}  // namespace weft::vfs
