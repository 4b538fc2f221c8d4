#pragma once

#include <concepts>
#include <optional>
#include <ranges>
#include <string_view>
#include <type_traits>
#include <vector>

#include <emscripten/val.h>

#include "lab/choices.hpp"
#include "lab/mastery.hpp"
#include "lab/records.hpp"
#include "lab/settings.hpp"

/// The model's data as JavaScript sees it: plain objects with the field names of web/program/weft.d.ts.
namespace weft::program {

/// Makes an object of what lab/records.hpp describes.
class ObjectMaker {
 public:
  static void record(const char* /*interface*/) {}

  template <class Value>
  void operator()(const char* name, const Value& value, const char* type = nullptr);
  template <class Value>
  void operator()(const char* name, const std::optional<Value>& value, const char* /*type*/ = nullptr) {
    if (value) (*this)(name, *value);
  }

  const emscripten::val& object() const { return object_; }

 private:
  void set(const char* name, const emscripten::val& value);

  emscripten::val object_ = emscripten::val::object();
};

emscripten::val number_to_val(double number);
emscripten::val text_to_val(std::string_view text);
emscripten::val to_val(const std::vector<lab::Figure>& figures);
emscripten::val to_val(const lab::Choices& choices);

/// A number, a text, the name of an enumerator, an array, or a record.
template <class Value>
emscripten::val to_val(const Value& value) {
  if constexpr (std::same_as<Value, bool>) {
    return emscripten::val(value);
  } else if constexpr (std::is_arithmetic_v<Value>) {
    return number_to_val(static_cast<double>(value));
  } else if constexpr (std::is_enum_v<Value>) {
    return text_to_val(name_of(value));
  } else if constexpr (std::convertible_to<const Value&, std::string_view>) {
    return text_to_val(value);
  } else if constexpr (std::ranges::range<const Value>) {
    emscripten::val array = emscripten::val::array();
    unsigned index = 0;
    for (const auto& element : value) array.set(index++, to_val(element));
    return array;
  } else {
    ObjectMaker out;
    lab::describe(out, value);
    return out.object();
  }
}

template <class Value>
void ObjectMaker::operator()(const char* name, const Value& value, const char* /*type*/) {
  set(name, to_val(value));
}

/// The ranges of all that a script may set: {"settings": {"concurrency": [1, 256, "whole"], …}, "samples":
/// {"count": [1, 10000], …}, "compare": …, "exercise": …}. Of settings the kind too; the mode is not there.
emscripten::val limits_to_val();

bool is_object(const emscripten::val& value);

/// In range; `otherwise` where a field is missing or of the wrong type.
lab::Settings settings_from(const emscripten::val& object, const lab::Settings& otherwise);
lab::Choices choices_from(const emscripten::val& object);
/// From an array of ids, whatever else may be in it.
lab::Mastery mastery_from(const emscripten::val& ids);
/// The number in `object[field]`, brought between `low` and `high`.
double number_from(const emscripten::val& object, const char* field, double otherwise, double low,
                   double high);

/// In range; the default where a field is missing or of the wrong type.
template <class Options>
Options options_from(const emscripten::val& object) {
  Options options;
  each_option(options, [&](const char* name, auto& value, double least, double most) {
    value =
        static_cast<std::remove_reference_t<decltype(value)>>(number_from(object, name, value, least, most));
  });
  return options;
}

}  // namespace weft::program
