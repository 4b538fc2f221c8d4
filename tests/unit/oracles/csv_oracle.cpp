#include "oracles/csv_oracle.hpp"

#include <cstdlib>
#include <memory>
#include <ostream>

#include <emscripten/em_js.h>
#include <gtest/gtest.h>

#include "oracles/packed_reader.hpp"
#include "oracles/script.hpp"

EM_JS(char*, weft_test_ask_csv_oracle,
      (const char* script, const char* question, const char* text, double size, const char* delimiter,
       const char* newline),
      {
        const oracle = require(UTF8ToString(script));
        const bytes = Buffer.from(HEAPU8.slice(text, text + size)).toString('latin1');
        const pack = new oracle.Pack();
        oracle[UTF8ToString(question)](pack, bytes, UTF8ToString(delimiter), UTF8ToString(newline));
        const packed = pack.bytes();
        const result = _malloc(packed.length);
        HEAPU8.set(packed, result);
        return result;
      });

EM_JS_DEPS(weft_test_csv_oracle, "$UTF8ToString");

namespace weft::test {
namespace {

using Buffer = std::unique_ptr<char, decltype(&std::free)>;

Buffer ask_oracle(const char* question, std::string_view text = "", const std::string& delimiter = "",
                  const std::string& newline = "") {
  const std::string script = beside_the_tests("csv_oracle.cjs");
  return {weft_test_ask_csv_oracle(script.c_str(), question, text.data(), static_cast<double>(text.size()),
                                   delimiter.c_str(), newline.c_str()),
          std::free};
}

std::vector<PlainRow> take_rows(PackedReader& reader) {
  std::vector<PlainRow> rows;
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    PlainRow row{.line = reader.number(), .fields = {}, .is_bad = reader.number() != 0};
    for (std::uint64_t fields = reader.number(); fields > 0; --fields) row.fields.push_back(reader.bytes());
    row.is_bad = row.is_bad || (!rows.empty() && row.fields.size() != rows.front().fields.size());
    rows.push_back(std::move(row));
  }
  return rows;
}

text::CsvDialect dialect_of(std::string_view delimiter) {
  return {.delimiter = delimiter.empty() ? ',' : delimiter.front()};
}

std::vector<CsvCase> take_cases(const Buffer& buffer) {
  PackedReader reader(buffer.get());
  std::vector<CsvCase> cases;
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    CsvCase each{.name = reader.bytes(), .reason_to_skip = reader.bytes(), .input = reader.bytes()};
    each.dialect = dialect_of(reader.bytes());
    each.rows = take_rows(reader);
    cases.push_back(std::move(each));
  }
  return cases;
}

CsvAnswer take_answer(const Buffer& buffer) {
  PackedReader reader(buffer.get());
  const std::string delimiter = reader.bytes();
  const bool has_indented_quotes = reader.number() != 0;
  return {
      .delimiter = delimiter.front(), .has_indented_quotes = has_indented_quotes, .rows = take_rows(reader)};
}

}  // namespace

void PrintTo(const PlainRow& row, std::ostream* out) {
  *out << (row.is_bad ? "bad " : "") << "line " << row.line << ": " << testing::PrintToString(row.fields);
}

text::CsvCounts CsvAnswer::counts() const {
  text::CsvCounts counts;
  counts.layout.dialect.delimiter = delimiter;
  if (rows.empty()) return counts;
  counts.rows = rows.size() - 1;
  counts.columns = rows.front().fields.size();
  for (const PlainRow& row : rows) {
    counts.fields += row.fields.size();
    if (!row.is_bad) continue;
    ++counts.bad_rows;
    if (counts.bad_lines.size() < text::CsvCounts::most_bad_lines) counts.bad_lines.push_back(row.line);
  }
  return counts;
}

CsvAnswer ask_papa(std::string_view text) { return take_answer(ask_oracle("papa", text)); }

CsvAnswer ask_papa(std::string_view text, char delimiter, const std::string& newline) {
  return take_answer(ask_oracle("papa", text, std::string(1, delimiter), newline));
}

std::vector<CsvCase> csv_spectrum() { return take_cases(ask_oracle("spectrum")); }

std::vector<CsvCase> papa_cases() { return take_cases(ask_oracle("papaCases")); }

}  // namespace weft::test
