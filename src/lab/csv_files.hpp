#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace weft::lab {

/// True for names that end in .csv or .tsv, and .gz behind that where they are compressed, whatever their
/// case.
bool is_csv_name(std::string_view name);

/// A small CSV file as people have them: quotes, a newline and commas within quotes, and one row with a field
/// too few.
std::string csv_sample_text();

/// The line on which that row begins.
inline constexpr std::uint64_t csv_sample_bad_line = 7;

}  // namespace weft::lab
