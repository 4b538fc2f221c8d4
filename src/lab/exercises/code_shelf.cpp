#include "lab/exercises/code_shelf.hpp"

#include "fiber/scheduler.hpp"

namespace weft::lab {
namespace {

/// Takes off what stands before `end`, and `end` too.
std::string_view take_until(std::string_view& text, std::string_view end) {
  const std::size_t at = text.find(end);
  const std::string_view taken = text.substr(0, at);
  text.remove_prefix(at == std::string_view::npos ? text.size() : at + end.size());
  return taken;
}

ExerciseCode code_in(std::string_view text) {
  const std::string_view place = take_until(text, "\n");
  const std::string_view cpp = take_until(text, "\f\n");
  return {.path = place.substr(0, place.find(',')), .place = place, .cpp = cpp, .python = text};
}

}  // namespace

void CodeShelf::want(std::string_view exercise) {
  std::shared_ptr<Item>& item = items_[std::string(exercise)];
  if (item && (!item->code || *item->code)) return;
  item = std::make_shared<Item>();
  fiber::Scheduler::get().spawn("code of " + std::string(exercise),
                                [item, path = path_of_(exercise), &files = *files_, &revision = revision_] {
                                  item->code = files.read_file(path).transform([&](std::string&& text) {
                                    item->text = std::move(text);
                                    return code_in(item->text);
                                  });
                                  revision.bump();
                                });
}

const vfs::Result<ExerciseCode>* CodeShelf::find(std::string_view exercise) const {
  const auto found = items_.find(std::string(exercise));
  return found != items_.end() && found->second->code ? &*found->second->code : nullptr;
}

}  // namespace weft::lab
