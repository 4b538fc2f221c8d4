#pragma once

#include <string>

#include "lab/run.hpp"
#include "lab/summary_format.hpp"

namespace weft::lab {

/// The results of a run as a file of that format, in UTF-8. Times are in ms with three decimals.
///
/// CSV has a header, a record for each file in the order given, and a last one whose path is "total"; lines
/// end as RFC 4180 says. JSON has the shape of the JavaScript API's RunReport, without the settings and the
/// frames. Markdown is a sentence and a table.
std::string format_summary(const RunReport& report, SummaryFormat format);

}  // namespace weft::lab
