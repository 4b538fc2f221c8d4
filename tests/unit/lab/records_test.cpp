#include "lab/records.hpp"

#include <algorithm>
#include <concepts>
#include <ranges>

#include <gtest/gtest.h>

#include "lab/exercises/exercise_list.hpp"
#include "lab/summary_format.hpp"
#include "oracles/script.hpp"

namespace weft::lab {
namespace {

template <class Enum>
constexpr Enum last = {};
template <>
constexpr Mode last<Mode> = Mode::workers;
template <>
constexpr FileStatus last<FileStatus> = FileStatus::cancelled;
template <>
constexpr text::Encoding last<text::Encoding> = text::Encoding::other;
template <>
constexpr SummaryFormat last<SummaryFormat> = SummaryFormat::markdown;

/// "'one' | 'other'".
std::string union_of(const auto& words) {
  std::string all;
  for (const std::string_view word : words) all.append(all.empty() ? "'" : " | '").append(word).append("'");
  return all;
}

template <class Enum>
std::string words_of() {
  return union_of(std::views::iota(0, static_cast<int>(last<Enum>) + 1) |
                  std::views::transform([](int value) { return name_of(static_cast<Enum>(value)); }));
}

template <class Value>
std::string type_of(const Value& value);
std::string type_of(Mode) { return "Mode"; }
std::string type_of(const std::vector<Figure>&) { return "Record<string, number>"; }

/// A record as TypeScript sees it.
struct RecordType {
  /// Of its interface; empty where it has none of its own.
  std::string name = {};
  /// "field: type", or "field?: type".
  std::vector<std::string> fields = {};

  void record(const char* interface) { name = interface; }

  template <class Value>
  void operator()(const std::string& field, const Value& value, const char* type = nullptr) {
    fields.push_back(field + ": " + (type == nullptr ? type_of(value) : type));
  }
  template <class Value>
  void operator()(const std::string& field, const std::optional<Value>&, const char* type = nullptr) {
    (*this)(field + "?", Value{}, type);
  }
};

template <class Record>
RecordType described(const Record& record) {
  RecordType type;
  describe(type, record);
  return type;
}

/// In TypeScript.
template <class Value>
std::string type_of(const Value& value) {
  if constexpr (std::same_as<Value, bool>) {
    return "boolean";
  } else if constexpr (std::is_arithmetic_v<Value>) {
    return "number";
  } else if constexpr (std::is_enum_v<Value>) {
    return words_of<Value>();
  } else if constexpr (std::convertible_to<const Value&, std::string_view>) {
    return "string";
  } else if constexpr (std::ranges::range<Value>) {
    return type_of(typename Value::value_type()) + "[]";
  } else {
    const RecordType type = described(value);
    if (!type.name.empty()) return type.name;
    std::string fields;
    for (const std::string& field : type.fields) fields += fields.empty() ? "{ " + field : "; " + field;
    return fields + " }";
  }
}

std::string sorted(std::vector<std::string> lines) {
  std::ranges::sort(lines);
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

TEST(RecordsTest, are_what_the_types_of_the_api_say) {
  SteppedLine row;
  row.fields = {"field"};
  std::string names;
  std::vector<std::string> lines;
  for (const RecordType& type :
       {described(Settings()), described(FileEntry()), described(FileRow()), described(text::CsvCounts()),
        described(RunReport()), described(PathShares{RunAnalysis().shares}), described(PathLine()),
        described(PathRecord{RunAnalysis()}), described(Estimate()), described(Contender()),
        described(CompareReport()), described(ExerciseReport()), described(SteppedLine()), described(row),
        described(SkillState())}) {
    names += type.name + '\n';
    for (const std::string& field : type.fields) lines.push_back(type.name + "." + field);
  }
  EXPECT_EQ(test::run_script("../lab/api_types.mjs", names), sorted(lines));
}

TEST(RecordsTest, have_the_words_of_the_api) {
  const auto ids =
      all_exercises() | std::views::transform([](const Exercise* exercise) { return exercise->id; });
  EXPECT_EQ(test::run_script("../lab/api_types.mjs", "Mode\nSummaryFormat\nExerciseName\n"),
            sorted({"Mode: " + words_of<Mode>(), "SummaryFormat: " + words_of<SummaryFormat>(),
                    "ExerciseName: " + union_of(ids)}));
}

}  // namespace
}  // namespace weft::lab
