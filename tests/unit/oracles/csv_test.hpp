#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "oracles/csv_oracle.hpp"
#include "oracles/memory_source.hpp"
#include "oracles/python_test.hpp"
#include "reading/csv_reader.hpp"
#include "text/csv_counter.hpp"

namespace weft::text {

inline void PrintTo(const CsvCounts& counts, std::ostream* out) {
  *out << counts.rows << " rows, " << counts.columns << " columns, " << counts.fields << " fields, "
       << counts.bad_rows << " bad in lines " << testing::PrintToString(counts.bad_lines) << ", cut by "
       << testing::PrintToString(counts.layout.dialect.delimiter) << " from line "
       << counts.layout.first_line;
}

}  // namespace weft::text

namespace weft::test {

/// A test whose expected rows come from a library for JavaScript.
class CsvTest : public FiberTest {
 protected:
  void SetUp() override {
    if (!has_python()) GTEST_SKIP() << "there are no packages in a browser";
  }
};

inline PlainRow plain(const text::CsvRow& row) {
  return {.line = row.line,
          .fields = {row.fields.begin(), row.fields.end()},
          .is_bad = row.trouble != text::CsvTrouble::none};
}

struct CsvReading {
  std::vector<PlainRow> rows;
  text::CsvLayout layout = {};
};

inline CsvReading read_csv(MemorySource source, const text::CsvOptions& options = {}) {
  CsvReading reading;
  reading::CsvReader reader(source, options);
  while (const std::optional<text::CsvRow> row = reader.next().value()) reading.rows.push_back(plain(*row));
  if (reader.layout()) reading.layout = *reader.layout();
  return reading;
}

inline text::CsvCounts count_csv(MemorySource source, const text::CsvOptions& options = {}) {
  text::CsvCounter counter(options);
  while (true) {
    const auto chunk = source.next().value();
    if (chunk.empty()) break;
    counter.add(chunk);
  }
  counter.finish();
  return counter.counts();
}

}  // namespace weft::test
