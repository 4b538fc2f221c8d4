#include "lab/summary_format.hpp"

#include <algorithm>

#include "lab/format.hpp"

namespace weft::lab {

std::string_view name_of(SummaryFormat format) {
  switch (format) {
    case SummaryFormat::csv:
      return "csv";
    case SummaryFormat::json:
      return "json";
    case SummaryFormat::markdown:
      return "md";
  }
  return "";
}

std::string_view title_of(SummaryFormat format) {
  switch (format) {
    case SummaryFormat::csv:
      return "CSV";
    case SummaryFormat::json:
      return "JSON";
    case SummaryFormat::markdown:
      return "Markdown";
  }
  return "";
}

std::string_view media_type_of(SummaryFormat format) {
  switch (format) {
    case SummaryFormat::csv:
      return "text/csv;charset=utf-8";
    case SummaryFormat::json:
      return "application/json";
    case SummaryFormat::markdown:
      return "text/markdown;charset=utf-8";
  }
  return "";
}

std::string summary_name(SummaryFormat format) { return lab::format("summary.{}", name_of(format)); }

std::optional<SummaryFormat> summary_format_from(std::string_view name) {
  const auto found =
      std::ranges::find(summary_formats, name, [](SummaryFormat format) { return name_of(format); });
  return found == summary_formats.end() ? std::nullopt : std::optional(*found);
}

}  // namespace weft::lab
