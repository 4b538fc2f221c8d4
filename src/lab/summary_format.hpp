#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace weft::lab {

/// As what the results of a run can be written.
enum class SummaryFormat : std::uint8_t { csv, json, markdown };

inline constexpr std::array summary_formats = {SummaryFormat::csv, SummaryFormat::json,
                                               SummaryFormat::markdown};

/// "csv", "json", "md": the words of the JavaScript API, and how the file's name ends.
std::string_view name_of(SummaryFormat format);

/// "CSV", "JSON", "Markdown".
std::string_view title_of(SummaryFormat format);

/// "text/csv;charset=utf-8" …
std::string_view media_type_of(SummaryFormat format);

/// "summary.csv" …
std::string summary_name(SummaryFormat format);

/// The format that `name_of` gives that name; nothing for any other.
std::optional<SummaryFormat> summary_format_from(std::string_view name);

}  // namespace weft::lab
