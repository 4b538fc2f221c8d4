#include "reading/csv_reader.hpp"

#include <array>
#include <iostream>

#include "oracles/csv_test.hpp"
#include "oracles/csv_texts.hpp"

namespace weft::reading {
namespace {

using test::CsvAnswer;
using test::CsvCase;
using test::MemorySource;
using test::PlainRow;
using test::read_csv;

class CsvReaderTest : public test::CsvTest {};

std::vector<std::vector<std::string>> fields_of(const std::vector<PlainRow>& rows) {
  std::vector<std::vector<std::string>> fields;
  for (const PlainRow& row : rows) fields.push_back(row.fields);
  return fields;
}

std::string lines_of_bad_rows(const std::vector<PlainRow>& rows) {
  std::string lines;
  for (const PlainRow& row : rows)
    if (row.is_bad) lines += std::to_string(row.line) + ' ';
  return lines;
}

void expect_rows_of_papa(const std::string& text, const CsvAnswer& answer, MemorySource source) {
  const test::CsvReading reading = read_csv(std::move(source));
  ASSERT_EQ(reading.rows, answer.rows) << testing::PrintToString(text);
}

TEST_F(CsvReaderTest, reads_every_file_of_csv_spectrum_at_every_chunk_size) {
  const std::vector<CsvCase> files = test::csv_spectrum();
  EXPECT_GE(files.size(), 12U);
  for (const CsvCase& file : files) {
    for (std::size_t chunk_bytes = 1; chunk_bytes <= file.input.size(); ++chunk_bytes) {
      const std::vector<PlainRow> rows = read_csv({file.input, chunk_bytes}).rows;
      ASSERT_EQ(fields_of(rows), fields_of(file.rows)) << file.name << " in chunks of " << chunk_bytes;
      ASSERT_EQ(lines_of_bad_rows(rows), "") << file.name;
    }
  }
}

TEST_F(CsvReaderTest, reads_the_cases_of_papa_parse_as_it_does) {
  std::size_t asked = 0;
  for (const CsvCase& each : test::papa_cases()) {
    if (!each.reason_to_skip.empty()) {
      std::cout << "  left out: " << each.name << " (" << each.reason_to_skip << ")\n";
      continue;
    }
    ++asked;
    for (const std::size_t chunk_bytes : {1, 2, 3, 5, 8, 1000}) {
      EXPECT_EQ(read_csv({each.input, chunk_bytes}, {.dialect = each.dialect}).rows, each.rows)
          << each.name << ": " << testing::PrintToString(each.input) << " in chunks of " << chunk_bytes;
    }
  }
  std::cout << "  asked: " << asked << '\n';
  EXPECT_GE(asked, 100U);
}

TEST_F(CsvReaderTest, reads_hostile_texts_as_papa_parse_does_at_every_chunk_size) {
  for (const std::string& text : test::hostile_csv_texts()) {
    const CsvAnswer answer = test::ask_papa(text);
    if (!answer.rows.empty()) EXPECT_EQ(read_csv({text, 1000}).layout.dialect.delimiter, answer.delimiter);
    for (std::size_t chunk_bytes = 1; chunk_bytes <= text.size() + 1; ++chunk_bytes)
      expect_rows_of_papa(text, answer, {text, chunk_bytes});
  }
}

TEST_F(CsvReaderTest, reads_random_files_as_papa_parse_does) {
  test::RandomTexts random;
  SCOPED_TRACE(random.reproduction());
  int same_guesses = 0;
  int compared = 0;
  for (int i = 0; i < 600; ++i) {
    const std::string text = test::random_csv_file(random);
    const text::CsvLayout layout = read_csv({text, text.size()}).layout;
    const CsvAnswer answer = test::ask_papa(text, layout.dialect.delimiter);
    if (answer.delimiter == layout.dialect.delimiter) ++same_guesses;
    // Two rows that are alike can make the first line a title to us. To Papa Parse it never is one.
    if (answer.has_indented_quotes || layout.first_line > 1) continue;
    ++compared;
    for (const std::size_t chunk_bytes : {1, 2, 3, 7, 63, 64, 65, 1000, 1'000'000})
      ASSERT_NO_FATAL_FAILURE(expect_rows_of_papa(text, answer, {text, chunk_bytes}));
    const auto chunk_size = [&random] { return 1 + random.number(100); };
    ASSERT_NO_FATAL_FAILURE(expect_rows_of_papa(text, answer, {text, chunk_size}));
  }
  EXPECT_GE(same_guesses, 560);
  EXPECT_GE(compared, 590);
}

TEST_F(CsvReaderTest, reads_random_noise_as_papa_parse_does) {
  test::RandomTexts random;
  SCOPED_TRACE(random.reproduction());
  const std::array<std::string, 3> newlines = {"\n", "\r\n", "\r"};
  for (int i = 0; i < 3000; ++i) {
    const std::string& newline = newlines[random.number(2)];
    const std::string text = test::random_csv_noise(random, newline);
    const char delimiter = ",;|"[random.number(2)];
    const CsvAnswer answer = test::ask_papa(text, delimiter, newline);
    const text::CsvOptions known{.dialect = text::CsvDialect{.delimiter = delimiter}};
    for (const std::size_t chunk_bytes : {1, 2, 5, 64, 1000})
      ASSERT_EQ(read_csv({text, chunk_bytes}, known).rows, answer.rows) << testing::PrintToString(text);
  }
}

TEST_F(CsvReaderTest, ends_rows_at_any_mix_of_line_ends) {
  const std::string even = "a,b\n\"x\ny\",2\n\n3\n4,5\n6,7\n8,9\n";
  const std::string mixed = "a,b\r\n\"x\ny\",2\n\r\n3\r4,5\r\n6,7\n8,9\r";
  for (std::size_t chunk_bytes = 1; chunk_bytes <= mixed.size(); ++chunk_bytes)
    EXPECT_EQ(read_csv({mixed, chunk_bytes}).rows, read_csv({even, 1000}).rows) << chunk_bytes;
}

TEST_F(CsvReaderTest, ends_rows_at_returns_however_long_the_header_is) {
  std::string text;
  for (int i = 0; i < 20'998; ++i) text += "column,";
  const std::string header = text + "last";
  text = header + "\r" + header + "\r";
  for (const std::size_t chunk_bytes : {std::size_t{64 * 1024}, text.size()}) {
    const std::vector<PlainRow> rows = read_csv({text, chunk_bytes}).rows;
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[1].fields.size(), 20'999U);
    EXPECT_EQ(test::count_csv({text, chunk_bytes}).rows, 1U);
  }
}

TEST_F(CsvReaderTest, tells_what_is_wrong_with_a_row) {
  const std::string text = "a,b\n1,2\n1\n\"1\"x\",2\n1,\"2\n";
  MemorySource source(text, 7);
  CsvReader reader(source);
  const auto next_trouble = [&reader] { return reader.next().value()->trouble; };
  EXPECT_EQ(next_trouble(), text::CsvTrouble::none);
  EXPECT_EQ(next_trouble(), text::CsvTrouble::none);
  EXPECT_EQ(next_trouble(), text::CsvTrouble::field_count);
  EXPECT_EQ(next_trouble(), text::CsvTrouble::stray_quote);
  EXPECT_EQ(next_trouble(), text::CsvTrouble::open_quote);
  EXPECT_FALSE(reader.next().value().has_value());
  EXPECT_FALSE(reader.next().value().has_value());
}

TEST_F(CsvReaderTest, keeps_only_the_beginning_of_a_row_that_never_ends) {
  constexpr std::size_t most = text::CsvSplitter::most_row_bytes;
  const std::string runaway = "a,b\n1,\"" + std::string(3 * most, 'x') + "\n1,2\n";
  for (const std::size_t chunk_bytes : {std::size_t{64 * 1024}, std::size_t{1'000'003}, runaway.size()}) {
    const std::vector<PlainRow> rows = read_csv({runaway, chunk_bytes}).rows;
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_TRUE(rows[1].is_bad);
    ASSERT_EQ(rows[1].fields.size(), 2U);
    EXPECT_EQ(rows[1].fields[1].size(), most - std::string("1,").size());
    EXPECT_EQ(rows[2], (PlainRow{.line = 3, .fields = {"1", "2"}}));
  }
}

TEST_F(CsvReaderTest, reads_on_after_a_row_that_is_too_long) {
  constexpr std::size_t most = text::CsvSplitter::most_row_bytes;
  const std::string text = "a,b,c\n1," + std::string(most, 'x') + ",3\n4,5,6\n";
  for (const std::size_t chunk_bytes : {std::size_t{64 * 1024}, text.size()}) {
    MemorySource source(text, chunk_bytes);
    CsvReader reader(source);
    (void)reader.next();
    const text::CsvRow long_row = *reader.next().value();
    EXPECT_EQ(long_row.trouble, text::CsvTrouble::too_long);
    ASSERT_EQ(long_row.fields.size(), 2U);
    EXPECT_EQ(long_row.fields[1].size(), most - 2);
    EXPECT_EQ(test::plain(*reader.next().value()), (PlainRow{.line = 3, .fields = {"4", "5", "6"}}));
  }
}

TEST_F(CsvReaderTest, keeps_only_the_first_of_very_many_fields) {
  const std::string text = std::string(text::CsvSplitter::most_fields + 10, ',') + "\na,b\n";
  MemorySource source(text, 64 * 1024);
  CsvReader reader(source, {.dialect = text::CsvDialect()});
  const text::CsvRow row = *reader.next().value();
  EXPECT_EQ(row.trouble, text::CsvTrouble::too_long);
  EXPECT_EQ(row.fields.size(), text::CsvSplitter::most_fields);
  EXPECT_EQ(reader.next().value()->fields.size(), 2U);
}

TEST_F(CsvReaderTest, copies_only_rows_that_reach_over_the_edge_of_a_chunk) {
  const std::string text = "a,b\n1,2\nthree,four\n5,6\n";
  MemorySource source(text, 10);
  CsvReader reader(source, {.dialect = text::CsvDialect()});
  std::string where;
  while (const std::optional<text::CsvRow> row = reader.next().value())
    where += source.holds(row->fields[0]) ? 'v' : 'c';
  EXPECT_EQ(where, "vvcc");
}

TEST_F(CsvReaderTest, hands_out_the_rows_before_a_failed_read_then_its_error) {
  MemorySource source("a,b\n1,2\n3", 3);
  source.fail_at_end({.code = std::errc::io_error, .verb = vfs::Verb::read, .path = "/a", .detail = "gone"});
  CsvReader reader(source, {.dialect = text::CsvDialect()});
  EXPECT_EQ(reader.next().value()->fields[0], "a");
  EXPECT_EQ(reader.next().value()->fields[0], "1");
  const vfs::Result<std::optional<text::CsvRow>> failed = reader.next();
  ASSERT_FALSE(failed.has_value());
  EXPECT_EQ(failed.error().detail, "gone");
}

}  // namespace
}  // namespace weft::reading
