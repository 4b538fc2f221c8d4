#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "text/csv_counter.hpp"
#include "text/csv_oracle.hpp"
#include "text/csv_reader.hpp"
#include "text/memory_source.hpp"
#include "text/python_test.hpp"

namespace weft::text {

inline void PrintTo(const CsvCounts& counts, std::ostream* out) {
  *out << counts.rows << " rows, " << counts.columns << " columns, " << counts.fields << " fields, "
       << counts.bad_rows << " bad in lines " << testing::PrintToString(counts.bad_lines) << ", cut by "
       << testing::PrintToString(counts.delimiter);
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
  char delimiter = ',';
};

inline CsvReading read_csv(MemorySource source, std::optional<text::CsvDialect> dialect = std::nullopt) {
  CsvReading reading;
  text::CsvReader reader(source, dialect);
  while (const std::optional<text::CsvRow> row = reader.next().value()) reading.rows.push_back(plain(*row));
  if (reader.dialect()) reading.delimiter = reader.dialect()->delimiter;
  return reading;
}

inline text::CsvCounts count_csv(MemorySource source,
                                 std::optional<text::CsvDialect> dialect = std::nullopt) {
  text::CsvCounter counter(dialect);
  while (true) {
    const auto chunk = source.next().value();
    if (chunk.empty()) break;
    counter.add(chunk);
  }
  counter.finish();
  return counter.counts();
}

}  // namespace weft::test
