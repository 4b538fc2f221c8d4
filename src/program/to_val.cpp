#include "program/to_val.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "lab/samples.hpp"
#include "lab/setting_list.hpp"

namespace weft::program {

using emscripten::val;

namespace {

bool is_of_type(const val& value, const char* type) { return value.typeOf().as<std::string>() == type; }

/// Gives what is of the right type to the fields that are described.
struct FieldReader {
  const val& object;

  void operator()(const char* name, std::string& field) const {
    if (const val text = object[name]; is_of_type(text, "string")) field = text.as<std::string>();
  }
  void operator()(const char* name, bool& field) const { field = object[name].isTrue(); }
  void operator()(const char* name, lab::SummaryFormat& field) const {
    std::string format;
    (*this)(name, format);
    field = lab::summary_format_from(format).value_or(field);
  }
};

/// For both ways, as they come back on the next visit.
void describe_choices(auto& out, auto& choices) {
  auto& [sort_by, sort_descending, selected_path, summary_format] = choices;
  out("sortBy", sort_by);
  out("sortDescending", sort_descending);
  out("selectedPath", selected_path);
  out("summaryFormat", summary_format);
}

template <class Options>
val limits_of() {
  Options options;
  val object = val::object();
  each_option(options, [&](const char* name, auto& /*value*/, double least, double most) {
    object.set(name, to_val(std::array{least, most}));
  });
  return object;
}

}  // namespace

void ObjectMaker::set(const char* name, const val& value) { object_.set(name, value); }

val number_to_val(double number) { return val(number); }

val text_to_val(std::string_view text) { return val(std::string(text)); }

val to_val(const std::vector<lab::Figure>& figures) {
  ObjectMaker out;
  for (const lab::Figure& figure : figures) out(std::string(figure.key).c_str(), figure.value);
  return out.object();
}

val to_val(const lab::Choices& choices) {
  ObjectMaker out;
  describe_choices(out, choices);
  return out.object();
}

val limits_to_val() {
  val settings = val::object();
  for (const lab::Setting& setting : lab::setting_list) {
    val limits = to_val(std::array{setting.least, setting.most});
    limits.set(2, to_val(setting.kind));
    settings.set(setting.name, limits);
  }
  val object = val::object();
  object.set("settings", settings);
  object.set("samples", limits_of<lab::SampleOptions>());
  object.set("compare", limits_of<lab::CompareOptions>());
  object.set("exercise", limits_of<lab::ExerciseOptions>());
  return object;
}

bool is_object(const val& value) { return !value.isNull() && is_of_type(value, "object"); }

double number_from(const val& object, const char* field, double otherwise, double low, double high) {
  if (!is_object(object)) return otherwise;
  const val value = object[field];
  if (!is_of_type(value, "number")) return otherwise;
  const double number = value.as<double>();
  return std::isnan(number) ? otherwise : std::clamp(number, low, high);
}

lab::Settings settings_from(const val& object, const lab::Settings& otherwise) {
  if (!is_object(object)) return otherwise;
  lab::Settings settings = otherwise;
  const val mode = object["mode"];
  if (mode.strictlyEquals(val("sync"))) settings.mode = lab::Mode::sync;
  if (mode.strictlyEquals(val("async"))) settings.mode = lab::Mode::async;
  if (mode.strictlyEquals(val("workers"))) settings.mode = lab::Mode::workers;
  for (const lab::Setting& setting : lab::setting_list) {
    const double before = setting.get(settings);
    if (setting.kind != lab::SettingKind::flag) {
      setting.set(settings, number_from(object, setting.name, before, setting.least, setting.most));
    } else if (const val flag = object[setting.name]; is_of_type(flag, "boolean")) {
      setting.set(settings, flag.as<bool>() ? 1 : 0);
    }
  }
  return settings;
}

lab::Choices choices_from(const val& object) {
  lab::Choices choices;
  const FieldReader in{object};
  if (is_object(object)) describe_choices(in, choices);
  return choices;
}

lab::Mastery mastery_from(const val& ids) {
  lab::Mastery mastery;
  if (!val::global("Array").call<bool>("isArray", ids)) return mastery;
  for (const lab::Skill skill : lab::all_skills())
    if (ids.call<bool>("includes", std::string(lab::text_of(skill).id))) mastery.add(skill);
  return mastery;
}

}  // namespace weft::program
