#include "program/remembered.hpp"

#include <emscripten/val.h>

#include "lab/settings.hpp"
#include "program/to_val.hpp"

namespace weft::program {
namespace {

using emscripten::val;

val remembered(const char* part) {
  const val all = val::module_property("weftRemembered");
  return is_object(all) ? all[part] : val::undefined();
}

bool is_function(const val& value) { return value.typeOf().as<std::string>() == "function"; }

val to_ids(const lab::Mastery& mastery) {
  val ids = val::array();
  for (const lab::Skill skill : lab::all_skills())
    if (mastery.has(skill)) ids.call<void>("push", std::string(lab::text_of(skill).id));
  return ids;
}

}  // namespace

lab::Settings remembered_settings() { return settings_from(remembered("settings"), {}); }

lab::Choices remembered_choices() { return choices_from(remembered("choices")); }

lab::Mastery remembered_mastery() { return mastery_from(remembered("mastery")); }

void remember(const lab::Settings& settings, const lab::Choices& choices, const lab::Mastery& mastery) {
  const val keep = val::module_property("weftRemember");
  if (is_function(keep)) keep(to_val(settings), to_val(choices), to_ids(mastery));
}

void offer_download(const std::string& name, std::string_view media_type, std::string_view bytes) {
  const val offer = val::module_property("weftOfferDownload");
  if (!is_function(offer)) return;
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  offer(name, std::string(media_type), val(emscripten::typed_memory_view(bytes.size(), data)));
}

void fetch_code() { val::module_property("weftFetchCode")(); }

std::string kind_of_blocking_reads() {
  const val io = val::module_property("weftIo");
  return is_object(io) ? io["kind"].as<std::string>() : "sync-xhr";
}

}  // namespace weft::program
