// Quotes that are wrong: what is behind them is intact, wherever the chunks begin and end.

#include <array>

#include "oracles/csv_test.hpp"

namespace weft::text {
namespace {

using test::PlainRow;

class CsvRecoveryTest : public test::CsvTest {};

constexpr int good_rows = 10'000;

std::string good(const std::string& rows_before, std::string_view newline = "\n") {
  std::string text = "id,note" + std::string(newline) + rows_before;
  for (int i = 0; i < good_rows; ++i)
    text.append(std::to_string(i)).append(i % 7 == 0 ? ",\"a, b\"" : ",good").append(newline);
  return text;
}

/// The fields of the rows up to the first good one, a "|" behind each; the others are checked.
std::string odd_rows(const std::string& text, std::size_t chunk_bytes) {
  std::string odd;
  int next = 0;
  for (const PlainRow& row : test::read_csv({text, chunk_bytes}).rows) {
    if (row.fields.front() == "id") continue;
    if (row.fields.front() == std::to_string(next) && row.fields.size() == 2 && !row.is_bad) {
      ++next;
      continue;
    }
    odd += row.is_bad ? "bad: " : "";
    for (const std::string& field : row.fields) odd += field + '|';
  }
  return next == good_rows ? odd : "only " + std::to_string(next) + " good rows";
}

struct Wrong {
  std::string row;
  std::string read;
};

// What DuckDB 1.4 (strict_mode = false) and Python 3.11 agree on is how many rows and fields there are.
const std::array<Wrong, 8> wrong_quotes = {{
    {"x,\"5\"y\n", "bad: x|\"5\"y|"},
    {"x,\"5 pipe\n", "bad: x|\"5 pipe|"},
    {"\"x,5 pipe\n", "bad: \"x|5 pipe|"},
    {"\"x,\"y\n", "bad: \"x|\"y|"},
    {"x,\"\n", "bad: x|\"|"},
    {"x,\"y\"\"\n", "bad: x|\"y\"\"|"},
    {"x,\"y\" z\n", "bad: x|\"y\" z|"},
    {"x,\"y\"z\"\n", "bad: x|y\"z|"},
}};

TEST_F(CsvRecoveryTest, keeps_ten_thousand_rows_behind_a_wrong_quote) {
  for (const std::string_view newline : {"\n", "\r\n", "\r"}) {
    for (const auto& [row, read] : wrong_quotes) {
      const std::string text = good(row.substr(0, row.size() - 1).append(newline), newline);
      for (const std::size_t chunk_bytes :
           {std::size_t{1}, std::size_t{7}, std::size_t{64}, std::size_t{1000}, text.size()}) {
        EXPECT_EQ(odd_rows(text, chunk_bytes), read) << row << " in chunks of " << chunk_bytes;
        const CsvCounts counts = test::count_csv({text, chunk_bytes});
        EXPECT_EQ(counts.rows, 10'001U) << row << " in chunks of " << chunk_bytes;
        EXPECT_EQ(counts.bad_lines, std::vector<std::uint64_t>{2}) << row;
      }
    }
  }
}

TEST_F(CsvRecoveryTest, takes_an_opened_quote_at_the_end_for_text) {
  for (const std::string_view end : {"x,\"", "x,\"y", "x,\"y\n", "\"", "x,\"y\"z"}) {
    const std::string text = good("") + std::string(end);
    for (const std::size_t chunk_bytes : {std::size_t{1}, std::size_t{1000}, text.size()}) {
      const std::vector<PlainRow> rows = test::read_csv({text, chunk_bytes}).rows;
      ASSERT_EQ(rows.size(), good_rows + 2U) << end;
      EXPECT_TRUE(rows.back().is_bad);
      EXPECT_EQ(test::count_csv({text, chunk_bytes}).rows, good_rows + 1U);
      std::string joined;
      for (const std::string& field : rows.back().fields)
        joined.append(joined.empty() ? "" : ",").append(field);
      EXPECT_EQ(joined, end.substr(0, end.find('\n')));
    }
  }
}

TEST_F(CsvRecoveryTest, gives_a_quote_up_exactly_where_the_bound_ends) {
  constexpr std::size_t most = CsvMachine::most_quoted_bytes;
  const auto counted = [](std::size_t quoted, std::size_t chunk_bytes) {
    std::string text = "a,b\n1,\"";
    while (text.size() < quoted) text += std::string(99, 'x') + '\n';
    text.resize(std::string("a,b\n1,\"").size() + quoted);
    return test::count_csv({text + "\"\n3,4\n", chunk_bytes});
  };
  // The line end, not the quote, is what must not lie further away.
  for (const std::size_t chunk_bytes : {std::size_t{1000}, std::size_t{64 * 1024 + 1}, 2 * most}) {
    EXPECT_EQ(counted(most - 2, chunk_bytes).bad_rows, 0U);
    EXPECT_GT(counted(most - 1, chunk_bytes).bad_rows, 40'000U);
  }
}

TEST_F(CsvRecoveryTest, reads_a_row_full_of_wrong_quotes_in_no_more_than_two_goes) {
  std::string text = "a\n";
  while (text.size() < 3 * 1024 * 1024) text += "\"\"x,";
  const CsvCounts counts = test::count_csv({text, 64 * 1024}, {.dialect = CsvDialect()});
  EXPECT_EQ(counts.fields, 1 + text.size() / 4 + 1);
  EXPECT_EQ(counts.bad_rows, 1U);
}

TEST_F(CsvRecoveryTest, opens_behind_blanks_what_holds_a_delimiter) {
  const std::string text = "x,y,z\na, \"b, c\",d\n1, \"2\" ,3\n4, \"5,6\n7,\"8\" , 9\n";
  for (std::size_t chunk_bytes = 1; chunk_bytes <= text.size(); ++chunk_bytes) {
    const std::vector<PlainRow> rows = test::read_csv({text, chunk_bytes}).rows;
    const std::vector<PlainRow> expected = {{.line = 1, .fields = {"x", "y", "z"}},
                                            {.line = 2, .fields = {"a", "b, c", "d"}},
                                            {.line = 3, .fields = {"1", " \"2\" ", "3"}},
                                            {.line = 4, .fields = {"4", " \"5", "6"}},
                                            {.line = 5, .fields = {"7", "8", " 9"}}};
    ASSERT_EQ(rows, expected) << chunk_bytes;
    ASSERT_EQ(test::count_csv({text, chunk_bytes}).fields, 15U);
  }
}

TEST_F(CsvRecoveryTest, closes_a_field_with_blanks_before_the_end_of_the_text) {
  for (const std::size_t chunk_bytes : {1, 2, 100})
    EXPECT_EQ(test::count_csv({"a,b\n1,\"2\" ", chunk_bytes}).bad_rows, 0U);
}

TEST_F(CsvRecoveryTest, takes_a_pair_of_quotes_for_a_value) {
  const std::string text = "a\n\"\"\n\n1\n";
  for (std::size_t chunk_bytes = 1; chunk_bytes <= text.size(); ++chunk_bytes) {
    EXPECT_EQ(test::count_csv({text, chunk_bytes}).rows, 2U);
    EXPECT_EQ(test::read_csv({text, chunk_bytes}).rows[1].fields, std::vector<std::string>{""});
  }
}

}  // namespace
}  // namespace weft::text
