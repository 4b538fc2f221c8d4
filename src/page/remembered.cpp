#include "page/remembered.hpp"

#include <emscripten/val.h>

#include "page/to_val.hpp"

namespace weft::page {
namespace {

using emscripten::val;

val remembered(const char* part) {
  const val all = val::module_property("weftRemembered");
  return is_object(all) ? all[part] : val::undefined();
}

}  // namespace

lab::Settings remembered_settings() { return settings_from(remembered("settings"), {}); }

lab::Choices remembered_choices() { return choices_from(remembered("choices")); }

void remember(const lab::Settings& settings, const lab::Choices& choices) {
  const val keep = val::module_property("weftRemember");
  if (keep.typeOf().as<std::string>() == "function") keep(to_val(settings), to_val(choices));
}

std::string kind_of_blocking_reads() {
  const val io = val::module_property("weftIo");
  return is_object(io) ? io["kind"].as<std::string>() : "sync-xhr";
}

}  // namespace weft::page
