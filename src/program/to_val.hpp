#pragma once

#include <emscripten/val.h>

#include "lab/choices.hpp"
#include "lab/comparison.hpp"
#include "lab/exercises/exercise.hpp"
#include "lab/file_list.hpp"
#include "lab/mastery.hpp"
#include "lab/run.hpp"
#include "lab/settings.hpp"
#include "lab/stepper.hpp"

/// The model's data as JavaScript sees it: plain objects with the field names of web/program/weft.d.ts.
namespace weft::program {

emscripten::val to_val(double number);
emscripten::val to_val(const lab::FileRow& row);
emscripten::val to_val(const lab::Contender& contender);
emscripten::val to_val(const lab::Settings& settings);
emscripten::val to_val(const lab::Choices& choices);
emscripten::val to_val(const lab::FileEntry& entry);
emscripten::val to_val(const lab::RunReport& report);
emscripten::val to_val(const lab::CompareReport& report);
emscripten::val to_val(const lab::SteppedLine& line);
emscripten::val to_val(const lab::Exercise& exercise, const lab::ExerciseReport& report);
/// The checklist: an array.
emscripten::val to_val(const lab::Mastery& mastery);

/// The range and the kind of each setting but the mode: {"concurrency": [1, 256, "whole"], …}.
emscripten::val limits_to_val();

/// An array with `to_val` of each.
template <class Range>
emscripten::val to_array(const Range& range) {
  emscripten::val array = emscripten::val::array();
  unsigned index = 0;
  for (const auto& element : range) array.set(index++, to_val(element));
  return array;
}

bool is_object(const emscripten::val& value);

/// In range; `otherwise` where a field is missing or of the wrong type.
lab::Settings settings_from(const emscripten::val& object, const lab::Settings& otherwise);
lab::Choices choices_from(const emscripten::val& object);
/// From an array of ids, whatever else may be in it.
lab::Mastery mastery_from(const emscripten::val& ids);
/// The number in `object[field]`, brought between `low` and `high`.
double number_from(const emscripten::val& object, const char* field, double otherwise, double low,
                   double high);

}  // namespace weft::program
