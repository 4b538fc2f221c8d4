#include "vfs/path.hpp"

#include <cassert>
#include <utility>

namespace weft::vfs {
namespace {

Error invalid(std::string_view text, Verb verb, const char* why) {
  return {.code = std::errc::invalid_argument, .verb = verb, .path = std::string(text), .detail = why};
}

void remove_last_component(std::string& path) { path.resize(path.rfind('/')); }

}  // namespace

Result<Path> Path::parse(std::string_view text, Verb verb) {
  if (!text.starts_with('/')) return std::unexpected(invalid(text, verb, "a path begins with a slash"));
  if (text.contains('\0')) return std::unexpected(invalid(text, verb, "a path has no NUL in it"));
  std::string normal;
  normal.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('/', at), text.size());
    const std::string_view component = text.substr(at, end - at);
    at = end + 1;
    if (component.empty() || component == ".") continue;
    if (component != "..") {
      normal.append("/").append(component);
    } else if (normal.empty()) {
      return std::unexpected(invalid(text, verb, "it climbs above the root"));
    } else {
      remove_last_component(normal);
    }
  }
  return normal.empty() ? Path() : Path(std::move(normal));
}

std::string_view Path::name() const { return std::string_view(text_).substr(text_.rfind('/') + 1); }

Path Path::parent() const {
  const std::size_t slash = text_.rfind('/');
  return slash == 0 ? Path() : Path(text_.substr(0, slash));
}

bool Path::is_within(const Path& directory) const {
  if (directory.is_root() || *this == directory) return true;
  return text_.starts_with(directory.text_) && text_[directory.text_.size()] == '/';
}

std::string_view Path::relative_to(const Path& directory) const {
  assert(is_within(directory));
  const std::string_view text = text_;
  if (directory.is_root()) return text.substr(1);
  return *this == directory ? std::string_view() : text.substr(directory.text_.size() + 1);
}

}  // namespace weft::vfs
