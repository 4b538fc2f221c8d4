#include "vfs/name_tree.hpp"

#include <string>
#include <utility>

namespace weft::vfs {
namespace {

/// Takes the first component off the front of `path`.
std::string_view take_component(std::string_view& path) {
  const std::size_t end = std::min(path.find('/'), path.size());
  const std::string_view component = path.substr(0, end);
  path.remove_prefix(std::min(end + 1, path.size()));
  return component;
}

NameTree::Node& add_child(NameTree::Node& directory, std::string_view name, Kind kind) {
  auto child = std::make_unique<NameTree::Node>();
  child->stat.kind = kind;
  return *directory.children.emplace(name, std::move(child)).first->second;
}

NameTree::Node* find_child(NameTree::Node& directory, std::string_view name) {
  const auto found = directory.children.find(name);
  return found == directory.children.end() ? nullptr : found->second.get();
}

/// "name (2).ext"; a dot at the front does not begin an extension.
std::string numbered(std::string_view name, int number, Kind kind) {
  const std::size_t dot = kind == Kind::directory ? std::string_view::npos : name.rfind('.');
  const std::size_t stem = dot == 0 || dot == std::string_view::npos ? name.size() : dot;
  std::string words(name.substr(0, stem));
  return words.append(" (").append(std::to_string(number)).append(")").append(name.substr(stem));
}

/// `name`, or the first numbered one that nothing is called yet, or that is a directory if that is what is
/// wanted.
std::string free_name(NameTree::Node& directory, std::string_view name, Kind wanted) {
  std::string candidate(name);
  for (int number = 2;; ++number) {
    const NameTree::Node* taken = find_child(directory, candidate);
    if (taken == nullptr) return candidate;
    if (wanted == Kind::directory && taken->stat.kind == Kind::directory) return candidate;
    candidate = numbered(name, number, wanted);
  }
}

/// A script may name a file so, but no path has a NUL in it.
std::string without_nul(std::string_view path) {
  std::string words;
  for (const char byte : path) words.append(byte == '\0' ? "\uFFFD" : std::string_view(&byte, 1));
  return words;
}

std::vector<std::string_view> name_components(std::string_view path) {
  std::vector<std::string_view> components;
  while (!path.empty()) {
    const std::string_view component = take_component(path);
    if (!component.empty() && component != "." && component != "..") components.push_back(component);
  }
  if (components.empty()) components.push_back("unnamed");
  return components;
}

}  // namespace

const NameTree::Node* NameTree::find(std::string_view path) const {
  return const_cast<NameTree*>(this)->find(path);
}

NameTree::Node* NameTree::find(std::string_view path) {
  Node* node = &root_;
  while (!path.empty() && node != nullptr) node = find_child(*node, take_component(path));
  return node;
}

std::optional<Stat> NameTree::stat(std::string_view path) const {
  const Node* node = find(path);
  return node == nullptr ? std::nullopt : std::optional(node->stat);
}

std::vector<Entry> NameTree::list(std::string_view directory) const {
  std::vector<Entry> entries;
  const Node* node = find(directory);
  if (node == nullptr) return entries;
  entries.reserve(node->children.size());
  for (const auto& [name, child] : node->children) entries.push_back({name, child->stat});
  return entries;
}

NameTree::Node* NameTree::put(std::string_view path, Kind kind) {
  Node* node = &root_;
  while (!path.empty()) {
    if (node->stat.kind != Kind::directory) return nullptr;
    const std::string_view name = take_component(path);
    Node* child = find_child(*node, name);
    node = child != nullptr ? child : &add_child(*node, name, path.empty() ? kind : Kind::directory);
  }
  return node->stat.kind == kind ? node : nullptr;
}

bool NameTree::can_put(std::string_view path) const {
  const Node* node = &root_;
  while (node->stat.kind == Kind::directory) {
    if (path.empty()) return false;
    const auto child = node->children.find(take_component(path));
    if (child == node->children.end()) return true;
    node = child->second.get();
  }
  return path.empty();
}

std::string NameTree::put_distinct(std::string_view path, const Stat& stat, std::uint32_t id) {
  const std::string possible = without_nul(path);
  const std::vector<std::string_view> components = name_components(possible);
  Node* node = &root_;
  std::string got;
  for (std::size_t i = 0; i < components.size(); ++i) {
    const Kind kind = i + 1 == components.size() ? Kind::file : Kind::directory;
    const std::string name = free_name(*node, components[i], kind);
    Node* child = find_child(*node, name);
    node = child != nullptr ? child : &add_child(*node, name, kind);
    got.append(got.empty() ? "" : "/").append(name);
  }
  node->stat = stat;
  node->id = id;
  return got;
}

bool NameTree::remove(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const bool is_nested = slash != std::string_view::npos;
  Node* parent = find(is_nested ? path.substr(0, slash) : std::string_view());
  const Node* node = find(path);
  if (node == nullptr || node == &root_ || !node->children.empty()) return false;
  parent->children.erase(parent->children.find(is_nested ? path.substr(slash + 1) : path));
  return true;
}

}  // namespace weft::vfs
