#pragma once

#include <cstdint>
#include <string_view>

namespace weft::text {

/// What a field holds.
enum class CsvKind : std::uint8_t {
  empty,
  /// A number that a 64-bit integer can hold.
  whole,
  number,
  /// `true`, `f`, `No`.
  boolean,
  /// `9:30`, `09:30:00.5`.
  time,
  /// `2024-01-31`, `31.1.2024`, `1/31/2024`: the year in four digits.
  date,
  /// A date and a time.
  moment,
  text,
};

/// The kind of a field by its bytes; blanks around it do not matter. What DuckDB and Python do not both take
/// for a number is text, as `+5`, `1,5` and `5 %` are.
CsvKind kind_of(std::string_view field);

inline bool is_number(CsvKind kind) { return kind == CsvKind::whole || kind == CsvKind::number; }
inline bool is_typed(CsvKind kind) { return kind != CsvKind::empty && kind != CsvKind::text; }

/// The narrowest kind that holds all of both kinds: whole numbers are numbers, and dates are moments.
CsvKind common_kind(CsvKind one, CsvKind other);

/// `NA`, `null`, `-`: there is no value.
bool stands_for_nothing(std::string_view field);

}  // namespace weft::text
