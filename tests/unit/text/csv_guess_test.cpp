// How a table is written, and where it begins, told from the text alone or by a person.

#include "text/csv_guess.hpp"

#include "oracles/csv_test.hpp"

namespace weft::text {
namespace {

using test::CsvReading;
using test::PlainRow;

struct Table {
  std::string name;
  std::string text;
  CsvDialect dialect;
  std::uint64_t first_line = 1;
  std::uint64_t rows = 0;
  std::uint64_t bad_rows = 0;
};

std::string lines(std::size_t count, const std::string& line) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += line;
  return text;
}

std::vector<Table> tables() {
  const std::string words = "name;town\n" + lines(5, "Ann;Ghent\n");
  const std::string wide = "name,town,born,died\n" + lines(30, "Ann,Ghent,1900,1980\n");
  return {
      {"Excel's first line", "sep=;\nname;note\nAnn;a, b, c\n", {.delimiter = ';'}, 2, 1},
      {"a title", "Sales in May\n" + words, {.delimiter = ';'}, 2, 5},
      {"a title and an empty line", "Sales in May\n\n" + words, {.delimiter = ';'}, 3, 5},
      {"a title with empty fields", "Sales,,,\n,,,\n" + wide, {}, 3, 30},
      {"comments", "# one, two, three\n# four\n" + wide, {}, 3, 30},
      {"a dozen lines of prose", lines(12, "Written by hand, and not by much.\n") + wide, {}, 13, 30},
      {"a dozen lines of words",
       lines(12, "note\n") + words + lines(20, "a;b\n"),
       {.delimiter = ';'},
       13,
       25},
      {"apostrophes", "a,b\n'1,5','x'\n'it''s','y'\n", {.quote = '\''}, 1, 2},
      {"apostrophes in one row", "a,b\n1,'x'\n2,y\n3,z\n", {.quote = '\''}, 1, 3},
      {"apostrophes beside quotes that are text",
       "a,b\n'1\n2','x'\n'3\n4',\"5\n6,'7\n8'\n9,\":\"\n",
       {.quote = '\''},
       1,
       4},
      {"quotes beside apostrophes that are text", "a,b\n\"1,2\",'x'\n3,4\n", {}, 1, 2},
      {"paths that end in a backslash", "a,b\n\"C:\\\",1\n\"D:\\\",2\n", {}, 1, 2},
      {"backslashes", "a,b\n\"x \\\"y\\\", z\",2\n\"\\\\\",3\n4,5\n", {.has_backslashes = true}, 1, 3},
      {"carets", "a^b^c\n" + lines(5, "1^2^3\n"), {.delimiter = '^'}, 1, 5},
      {"tildes", "a~b~c\n" + lines(5, "1~2~3\n"), {.delimiter = '~'}, 1, 5},
      {"blanks", "a b c\n" + lines(5, "1 \"2 3\" 4\n"), {.delimiter = ' '}, 1, 5},
      {"padded commas", "a, b, c\n" + lines(5, "1, \"2\", 3\n"), {.has_padding = true}, 1, 5},
      {"prose in one column", "note\nthe first\nthe second one\nand another\n", {}, 1, 3},
      {"times in one column", "time\n10:00:00\n11:00:00\n12:00:00\n", {}, 1, 3},
      {"a short header", "a,b\n" + lines(9, "1,2,3\n"), {}, 1, 9, 9},
      {"a header alone", "a,b\n", {}, 1, 0},
      {"a first row with empty fields", "1,,\n2,3,4\n5,6,7\n", {}, 1, 2},
      {"empty lines above", "\n\nname,age\nAnn,3\nBob,4\n", {}, 3, 2},
      {"apostrophes in one column", "'Ann'\n'Bob'\n'Cy'\n", {.quote = '\''}, 1, 2},
      {"a cell that is longer than what guesses look at",
       "id;subject;body\n1;Hi;\"" + lines(10'000, "words on a line\n") + "\"\n" + lines(5, "2;x;y\n"),
       {.delimiter = ';'},
       1,
       6},
      {"escapes, and a cell where guesses end",
       "a,b\n" + lines(3'000, "\"an \\\"x\\\", and more\",2\n") + "\"" + lines(10'000, "on, and on\n") +
           "\",4\n",
       {.has_backslashes = true},
       1,
       3'001},
      {"a quote that should not open a field",
       "a;b\n1;\"x\n" + lines(20'000, "2;y\n"),
       {.delimiter = ';'},
       1,
       20'001,
       1},
      {"line breaks in padded fields",
       "a, b\n" + lines(12, "1, \"x\"\n") + "2, \"two\nlines\"\n",
       {.has_padding = true},
       1,
       13},
  };
}

TEST(CsvGuessTest, tells_how_tables_are_written_whatever_the_size_of_the_chunks) {
  for (const Table& table : tables()) {
    for (const std::size_t chunk_bytes : {std::size_t{1}, std::size_t{7}, table.text.size()}) {
      const CsvCounts counts = test::count_csv({table.text, chunk_bytes});
      EXPECT_EQ(counts.layout.dialect, table.dialect) << table.name;
      EXPECT_EQ(counts.layout.first_line, table.first_line) << table.name;
      EXPECT_EQ(counts.rows, table.rows) << table.name;
      EXPECT_EQ(counts.bad_rows, table.bad_rows) << table.name;
      const CsvReading reading = test::read_csv({table.text, chunk_bytes});
      EXPECT_EQ(reading.layout, counts.layout) << table.name;
      EXPECT_EQ(reading.rows.size(), table.rows + 1) << table.name;
      EXPECT_EQ(reading.rows.front().line, table.first_line) << table.name;
    }
  }
}

TEST(CsvGuessTest, undoes_what_the_dialect_does) {
  const auto second_row = [](const std::string& text) { return test::read_csv({text, 3}).rows.at(1).fields; };
  using Fields = std::vector<std::string>;
  EXPECT_EQ(second_row("a,b\n'1,5','x'\n'it''s','y'\n'',''\n"), (Fields{"1,5", "x"}));
  EXPECT_EQ(second_row("a,b\n\"x \\\"y\\\", z\",2\n\"\\\\\",3\n4,5\n"), (Fields{"x \"y\", z", "2"}));
  EXPECT_EQ(second_row("a,b\n\"C:\\\\dir\",\"\\\"x\\\"\"\n"), (Fields{"C:\\dir", "\"x\""}));
  EXPECT_EQ(second_row("a, b, c\n1, \"2\", 3\n1, 2, 3\n"), (Fields{"1", "2", "3"}));
}

TEST(CsvGuessTest, is_overruled_by_what_a_person_knows) {
  const std::string text = "title\na;b,c\n'1;2',3\n";
  const auto read = [&](const CsvOptions& options, std::size_t chunk_bytes) {
    std::string all;
    for (const PlainRow& row : test::read_csv({text, chunk_bytes}, options).rows) {
      all += std::to_string(row.line) + ':';
      for (const std::string& field : row.fields) all += field + '|';
    }
    return all;
  };
  for (const std::size_t chunk_bytes : {1, 6, 7, 1000}) {
    EXPECT_EQ(read({.delimiter = ';', .header_line = 2}, chunk_bytes), "2:a|b,c|3:'1|2',3|");
    EXPECT_EQ(read({.delimiter = ',', .quote = '\'', .header_line = 2}, chunk_bytes), "2:a;b|c|3:1;2|3|");
    EXPECT_EQ(read({.delimiter = ',', .quote = '"', .header_line = 1}, chunk_bytes),
              "1:title|2:a;b|c|3:'1;2'|3|");
    EXPECT_EQ(read({.header_line = 9}, chunk_bytes), "");
  }
  EXPECT_EQ(test::count_csv({"1,2\n3,4\n", 3}, {.header_line = 0}).rows, 2U);
  EXPECT_EQ(test::count_csv({"a,b\n1,2\n3\n", 3}, {.quote = '"'}).layout.dialect, CsvDialect{});
  const std::string path = "a;\"C:\\\"\nb;c\";d\n";
  EXPECT_EQ(test::count_csv({path, 3}, {.delimiter = ';', .quote = '"'}).rows, 1U);
  EXPECT_EQ(test::count_csv({"a;b\n1;2\n", 3}, {.quote = ';'}).layout.dialect.delimiter, ',');
}

TEST(CsvGuessTest, finds_the_header_below_where_a_person_expects_it) {
  for (const std::size_t chunk_bytes : {1, 2, 3, 4, 100}) {
    EXPECT_EQ(test::count_csv({"t\r\n\na,b\n1,2\n", chunk_bytes}, {.header_line = 2}).layout.first_line, 3U);
    EXPECT_EQ(test::count_csv({"a,b\n1,2\n", chunk_bytes}, {.header_line = 1000}).layout.first_line, 1000U);
  }
}

TEST(CsvGuessTest, looks_once_at_the_blanks_before_many_quotes) {
  const std::string text = "a,b\n" + std::string(400'000, ' ') + 'x' + std::string(400'000, '"') + ",2\n";
  const CsvCounts counts = test::count_csv({text, text.size()});
  EXPECT_EQ(counts.rows, 1U);
  EXPECT_EQ(counts.bad_rows, 0U);
}

TEST(CsvGuessTest, takes_backslashes_for_text_if_no_quote_is_in_trouble) {
  const std::string text = "a\tb\n\"\\\\x\"\"y\"\t1\n";
  const CsvReading reading = test::read_csv({text, 3}, {.delimiter = '\t', .quote = '"'});
  EXPECT_EQ(reading.rows[1].fields, (std::vector<std::string>{"\\\\x\"y", "1"}));
}

TEST(CsvGuessTest, finds_a_header_that_a_person_knows_far_below) {
  const std::string text = lines(100'000, "x\r\n") + "a,b\r\n1,2\r\n";
  for (const std::size_t chunk_bytes : {1, 1000, 1'000'000}) {
    const CsvCounts counts = test::count_csv({text, chunk_bytes}, {.header_line = 100'001});
    EXPECT_EQ(counts.rows, 1U);
    EXPECT_EQ(counts.columns, 2U);
    EXPECT_EQ(counts.layout.first_line, 100'001U);
  }
}

}  // namespace
}  // namespace weft::text
