#include "lab/escape.hpp"

#include <gtest/gtest.h>

#include "lab/parsers.hpp"

namespace weft::lab {
namespace {

using namespace std::string_literals;

// Beside it stand cells that would show if the record were torn apart.
std::string as_papa_parse_reads_it(const std::string& text) {
  const auto records = test::parse_csv("head,middle,tail\r\n1," + csv_cell(text) + ",3\r\n");
  if (records.size() != 2 || records[1].size() != 3) return "torn apart";
  return records[1][1];
}

TEST(CsvCellTest, is_read_back_as_it_was) {
  for (const std::string& text : {"plain"s, ""s, "a,b"s, "a;b|c\td"s, "\"quoted\""s, "a\"b"s, "two\nlines"s,
                                  "two\r\nlines"s, " spaces "s, "ünïcödé ✓"s, "a=b"s, "1+1"s, "'already'"s})
    EXPECT_EQ(as_papa_parse_reads_it(text), text);
}

TEST(CsvCellTest, is_a_text_where_a_spreadsheet_would_see_a_formula) {
  for (const std::string& text : {"=cmd|' /C calc'!A0"s, "+1"s, "-1"s, "@SUM(A1)"s, "\t=1"s, "\r=1"s, "\n=1"s,
                                  "＝1"s, "＋1"s, "－1"s, "＠1"s, "=\"a\",b"s})
    EXPECT_EQ(as_papa_parse_reads_it(text), "'" + text);
}

TEST(CsvCellTest, is_quoted_where_any_reader_might_see_a_delimiter) {
  EXPECT_EQ(csv_cell("a;=1"), "\"a;=1\"");
  EXPECT_EQ(csv_cell("a\t=1"), "\"a\t=1\"");
  EXPECT_EQ(csv_cell("plain.txt"), "plain.txt");
}

TEST(CsvCellTest, is_valid_utf_8) { EXPECT_EQ(csv_cell("a\xFF\xC3"), "a\uFFFD\uFFFD"); }

TEST(JsonStringTest, is_read_back_as_it_was) {
  std::string controls;
  for (char c = 1; c < 0x20; ++c) controls += c;
  for (const std::string& text : {controls, "\x7F"s, "\"\\/"s, "ünïcödé 🧵"s, "\u2028\u2029"s, ""s})
    EXPECT_EQ(test::find_in_json("{\"a\": " + json_string(text) + "}", "a"), text);
}

TEST(JsonStringTest, has_an_escape_for_nul_and_a_replacement_for_what_is_not_utf_8) {
  EXPECT_EQ(json_string("a\0b"s), "\"a\\u0000b\"");
  EXPECT_EQ(json_string("a\xFF"), "\"a\uFFFD\"");
}

TEST(MarkdownCellTest, shows_markup_as_text_in_one_cell) {
  EXPECT_EQ(markdown_cell("a|b"), "a\\|b");
  EXPECT_EQ(markdown_cell("a\r\nb"), "a  b");
  EXPECT_EQ(markdown_cell("<b>*_x_*[y](z)`\\"), "\\<b\\>\\*\\_x\\_\\*\\[y\\](z)\\`\\\\");
  EXPECT_EQ(markdown_cell("\xFF"), "\uFFFD");
}

}  // namespace
}  // namespace weft::lab
