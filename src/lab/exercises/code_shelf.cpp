#include "lab/exercises/code_shelf.hpp"

#include "lab/format.hpp"

namespace weft::lab {
namespace {

/// Takes off what stands before `end`, and `end` too.
std::string_view take_until(std::string_view& text, std::string_view end) {
  const std::size_t at = text.find(end);
  const std::string_view taken = text.substr(0, at);
  text.remove_prefix(at == std::string_view::npos ? text.size() : at + end.size());
  return taken;
}

ExerciseCode take_code(std::string_view& text) {
  const std::string_view place = take_until(text, "\n");
  const std::string_view cpp = take_until(text, "\f\n");
  const std::string_view python = take_until(text, "\f\n");
  return {.path = place.substr(0, place.find(',')), .place = place, .cpp = cpp, .python = python};
}

std::expected<ExerciseCode, std::string> code_in(std::string_view text, std::string_view exercise) {
  while (!text.empty()) {
    const std::string_view id = take_until(text, "\n");
    const ExerciseCode code = take_code(text);
    if (id == exercise) return code;
  }
  return std::unexpected(format("The code of the exercises, as it was fetched, lacks that of {}.", exercise));
}

}  // namespace

void CodeShelf::want(std::string_view exercise) {
  const auto found = find(exercise);
  if (is_coming_ || (found && *found)) return;
  is_coming_ = true;
  fetched_.reset();
  fetch_();
}

void CodeShelf::put(Fetched fetched) {
  is_coming_ = false;
  fetched_ = std::move(fetched);
  revision_.bump();
}

std::optional<std::expected<ExerciseCode, std::string>> CodeShelf::find(std::string_view exercise) const {
  if (!fetched_) return std::nullopt;
  return fetched_->and_then([&](const std::string& text) { return code_in(text, exercise); });
}

}  // namespace weft::lab
