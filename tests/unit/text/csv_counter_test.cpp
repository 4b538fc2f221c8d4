#include "text/csv_counter.hpp"

#include "oracles/csv_test.hpp"
#include "oracles/csv_texts.hpp"
#include "text/csv_guess.hpp"

namespace weft::text {
namespace {

using test::count_csv;
using test::CsvAnswer;

class CsvCounterTest : public test::CsvTest {};

// Of a text without a row the delimiter does not matter.
void expect_counts_of_papa(const std::string& text, const CsvAnswer& answer, test::MemorySource source) {
  const CsvCounts counts = count_csv(std::move(source));
  CsvCounts expected = answer.counts();
  expected.layout = counts.layout;
  expected.oddities = counts.oddities;
  expected.second_table = counts.second_table;
  // It is never told that there is no header.
  if (!counts.layout.has_header) ++expected.rows;
  ASSERT_EQ(counts, expected) << testing::PrintToString(text);
}

TEST_F(CsvCounterTest, counts_the_files_of_csv_spectrum_at_every_chunk_size) {
  for (const test::CsvCase& file : test::csv_spectrum()) {
    for (std::size_t chunk_bytes = 1; chunk_bytes <= file.input.size(); ++chunk_bytes) {
      const CsvCounts counts = count_csv({file.input, chunk_bytes});
      EXPECT_EQ(counts.rows, file.rows.size() - 1) << file.name;
      EXPECT_EQ(counts.columns, file.rows.front().fields.size()) << file.name;
      EXPECT_EQ(counts.bad_rows, 0U) << file.name;
    }
  }
}

TEST_F(CsvCounterTest, counts_hostile_texts_as_papa_parse_does_at_every_chunk_size) {
  for (const std::string& text : test::hostile_csv_texts()) {
    const CsvAnswer answer = test::ask_papa(text);
    for (std::size_t chunk_bytes = 1; chunk_bytes <= text.size() + 1; ++chunk_bytes)
      ASSERT_NO_FATAL_FAILURE(expect_counts_of_papa(text, answer, {text, chunk_bytes}));
  }
}

TEST_F(CsvCounterTest, counts_random_files_as_papa_parse_does) {
  test::RandomTexts random;
  SCOPED_TRACE(random.reproduction());
  int compared = 0;
  for (int i = 0; i < 600; ++i) {
    const std::string text = test::random_csv_file(random);
    const CsvLayout layout = count_csv({text, text.size()}).layout;
    const CsvAnswer answer = test::ask_papa(text, layout.dialect.delimiter);
    // Two rows that are alike can make the first line a title to us. To Papa Parse it never is one.
    if (answer.has_indented_quotes || layout.first_line > 1) continue;
    ++compared;
    for (const std::size_t chunk_bytes : {1, 2, 3, 63, 64, 65, 1'000'000})
      ASSERT_NO_FATAL_FAILURE(expect_counts_of_papa(text, answer, {text, chunk_bytes}));
  }
  EXPECT_GE(compared, 590);
}

TEST_F(CsvCounterTest, counts_random_noise_as_papa_parse_does) {
  test::RandomTexts random;
  SCOPED_TRACE(random.reproduction());
  for (int i = 0; i < 3000; ++i) {
    const std::string text = test::random_csv_noise(random, "\n");
    const CsvAnswer answer = test::ask_papa(text, ',', "\n");
    CsvCounts expected = answer.counts();
    expected.layout = {};
    const CsvCounts counts = count_csv({text, text.size() + 1}, {.dialect = CsvDialect()});
    expected.oddities = counts.oddities;
    expected.second_table = counts.second_table;
    for (const std::size_t chunk_bytes : {1, 5, 64, 1000})
      ASSERT_EQ(count_csv({text, chunk_bytes}, {.dialect = CsvDialect()}), expected)
          << testing::PrintToString(text);
  }
}

TEST_F(CsvCounterTest, guesses_the_same_whatever_the_size_of_the_chunks) {
  std::string text;
  while (text.size() < 2 * csv_guess_bytes) text += "a;b,c;\"d\n,e\";f\n";
  const CsvCounts counts = count_csv({text, text.size()});
  EXPECT_EQ(counts.layout.dialect.delimiter, ';');
  for (const std::size_t chunk_bytes :
       {std::size_t{1}, std::size_t{1000}, csv_guess_bytes - 1, csv_guess_bytes})
    EXPECT_EQ(count_csv({text, chunk_bytes}), counts) << chunk_bytes;
}

TEST_F(CsvCounterTest, tells_kinds_of_bad_rows_apart) {
  const CsvCounts counts = count_csv({"a,b\n1\n1,\"2\"x\n1,2,3\n1\n1,2\n", 5});
  const std::vector<CsvOddity> expected = {{CsvTrouble::field_count, 1, 2, 2},
                                           {CsvTrouble::stray_quote, 0, 1, 3},
                                           {CsvTrouble::field_count, 3, 1, 4}};
  EXPECT_EQ(counts.oddities, expected);
}

TEST_F(CsvCounterTest, tells_of_a_second_table_at_the_end) {
  const std::string table = "a,b,c\n1,2,3\n4,5,6\n";
  for (const bool has_blank : {false, true}) {
    const std::string text = table + "1,2\n7,8,9\n" + (has_blank ? "\n" : "") + "x,y\n1,2\n3,4\n";
    const CsvOddity expected = {CsvTrouble::field_count, 2, 3, has_blank ? 7U : 6U};
    for (std::size_t chunk_bytes = 1; chunk_bytes <= text.size(); ++chunk_bytes)
      EXPECT_EQ(count_csv({text, chunk_bytes}).second_table, expected) << text << chunk_bytes;
  }
}

TEST_F(CsvCounterTest, takes_no_few_rows_nor_footnotes_nor_most_of_a_text_for_a_second_table) {
  const std::string table = "a,b,c\n1,2,3\n4,5,6\n";
  for (const std::string& text : {table, table + "x,y\n1,2\n", table + "x,y\n1,2\n3,4\n1,2,3\n",
                                  table + "x,y\n1,2\n1,2,3,4\n3,4\n", table + "one\ntwo\nthree\n",
                                  table + "x,y\n1,\"2\"x\n3,4\n", std::string("a,b\n1,2,3\n1,2,3\n1,2,3\n")})
    EXPECT_EQ(count_csv({text, 3}).second_table, std::nullopt) << text;
}

TEST_F(CsvCounterTest, keeps_only_the_first_lines_of_bad_rows_and_counts_all) {
  std::string text = "a,b\n";
  for (int i = 0; i < 100; ++i) text += "1\n";
  const CsvCounts counts = count_csv({text, 64});
  EXPECT_EQ(counts.bad_rows, 100U);
  EXPECT_EQ(counts.bad_lines.size(), CsvCounts::most_bad_lines);
  EXPECT_EQ(counts.bad_lines.front(), 2U);
}

TEST_F(CsvCounterTest, keeps_no_more_than_it_must_of_a_field_that_is_never_closed) {
  CsvCounter counter;
  const std::string head = "a,b\n1,\"";
  const std::string more(1 << 20, 'x');
  counter.add(test::bytes_of(head));
  for (int megabytes = 0; megabytes < 200; ++megabytes) counter.add(test::bytes_of(more));
  counter.finish();
  EXPECT_EQ(counter.counts().bad_lines, std::vector<std::uint64_t>{2});
}

}  // namespace
}  // namespace weft::text
