// Whether the first row tells the names of the columns, or is data like those below it.

#include <cstdint>

#include "oracles/csv_judges.hpp"
#include "oracles/csv_test.hpp"

namespace weft::text {
namespace {

using test::CsvReading;

class CsvHeaderTest : public test::CsvTest {};

enum class Verdict : std::uint8_t { both_find_one, both_find_none, they_differ };

/// What DuckDB and Python say of the first row of each text. Python may have no idea, and then differs.
std::vector<Verdict> ask_both(const std::vector<std::string>& texts) {
  const auto python = test::ask_python_sniffer(texts);
  const auto duckdb = test::ask_duckdb_sniffer(texts);
  std::vector<Verdict> verdicts;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const bool agree = python[i] && python[i]->has_header == duckdb[i].value().has_header;
    const Verdict agreed = duckdb[i]->has_header ? Verdict::both_find_one : Verdict::both_find_none;
    verdicts.push_back(agree ? agreed : Verdict::they_differ);
  }
  return verdicts;
}

void expect_header(bool has_header, const std::string& text) {
  for (const std::size_t chunk_bytes : {std::size_t{1}, std::size_t{7}, text.size()}) {
    const CsvReading reading = test::read_csv({text, chunk_bytes});
    const CsvCounts counts = test::count_csv({text, chunk_bytes});
    EXPECT_EQ(reading.layout.has_header, has_header) << text;
    EXPECT_EQ(reading.layout, counts.layout) << text;
    EXPECT_EQ(counts.rows, reading.rows.size() - (has_header ? 1 : 0)) << text;
  }
}

/// In texts of which the two say this.
void expect_header(bool has_header, Verdict verdict, const std::vector<std::string>& texts) {
  EXPECT_EQ(ask_both(texts), std::vector(texts.size(), verdict));
  for (const std::string& text : texts) expect_header(has_header, text);
}

TEST_F(CsvHeaderTest, is_none_where_duckdb_and_python_find_none) {
  expect_header(false, Verdict::both_find_none,
                {
                    "1,2,3\n4,5,6\n7,8,9\n",
                    "1,2\n3,4\n",
                    "1,Ann,GB\n2,Bobby,US\n3,Cyril,FR\n",
                    "2024-01-31;5\n2024-02-01;6.5\n2024-02-02;7\n",
                    "31.1.2024;x\n1.2.2024;yy\n12.12.2023;z\n",
                    "2024-01-31 10:00:00,a\n2024-01-31 11:30:00,bb\n",
                    "2024-01-31T10:00:00Z,a\n2024-01-31T11:30:00+01:00,bb\n2024-01-31T12:00:00Z,c\n",
                    "10:00\ta\n11:00\tbb\n12:00\tc\n",
                    "true,x\nfalse,yy\ntrue,z\n",
                    "1e5,a\n2e-5,bb\n-.5,ccc\nNaN,dd\n",
                    "\"1\",\"a\"\n\"2\",\"bb\"\n\"3\",\"c\"\n",
                    " 1,a\n 2,bb\n 3,c\n",
                    "1,a\n,bb\n2,c\n",
                    "Zo\u00EB,1\nAnne,22\nJane,3\n",
                });
}

TEST_F(CsvHeaderTest, is_the_first_row_where_duckdb_and_python_find_one) {
  expect_header(true, Verdict::both_find_one,
                {
                    "id,name\n1,Ann\n2,Bo\n",
                    "date,value\n2024-01-31,5\n2024-02-01,6\n",
                    "#id,name\n1,Ann\n2,Bob\n3,Cy\n",
                    "# id,name\n1,Ann\n2,Bob\n3,Cy\n",
                    "1,name\n12:30,Ann\n13:30,Bo\n",
                });
}

TEST_F(CsvHeaderTest, is_the_first_row_where_duckdb_and_python_do_not_agree) {
  expect_header(true, Verdict::they_differ,
                {
                    "Ann,Ghent\nBob,Paris\nCy,Rome\n",
                    "1,,\n2,3,4\n5,6,7\n",
                    ",name\n0,Ann\n1,Bobby\n",
                    "name,age\nAnn,\nBo,7\nCyril,8\n",
                    "1.5,a\n2,bb\n3,c\n",
                    "1,b\n2,3\n4,5\n",
                    "1.5,7,a\n2,8,bb\n3,9,c\n",
                    "$1,a\n$2,bb\n$3,c\n",
                    "1/2/2020,a\n12/31/2021,bb\n",
                });
}

// Neither of the two knows what a person knows: years stand above columns, and so do other numbers that count
// up beside a name; and an index need not have one.
TEST_F(CsvHeaderTest, may_be_numbers_that_count_up) {
  expect_header(true, Verdict::both_find_none,
                {
                    "country,2019,2020\nFrance,1,2\nSpain,3,40\nItaly,50,6\n",
                    "country,2019,2020\nFrance,1.5,2.5\nSpain,3.5,4.5\n",
                    "country,code,2021,2020,2019\nFrance,FR,1,2,3\nSpain,ES,3,40,5\n",
                    ",0,1,2\na,7,5,6\nb,7,8,4\n",
                    ",nam\n0,Ann\n1,Bob\n",
                });
  expect_header(false, Verdict::both_find_none,
                {
                    "Ann,1,2,3\nBob,4,5,6\nCyril,7,8,9\n",
                    "Ann,1990,1991\nBob,2001,2002\nCyril,1985,1999\n",
                    "Ann,1,2\nBob,2,9\nCyril,3,7\n",
                    "2019,2020,2021\n1,2,5\n7,5,6\n",
                });
}

// Python's sniffer gives up as there is nothing that separates fields.
TEST_F(CsvHeaderTest, is_none_above_a_single_column_of_numbers_as_duckdb_has_it) {
  const std::vector<std::string> texts = {"1\n2\n30\n", "2024-01-31\n2024-02-01\n2024-02-02\n"};
  for (const auto& duckdb : test::ask_duckdb_sniffer(texts)) EXPECT_FALSE(duckdb.value().has_header);
  for (const std::string& text : texts) expect_header(false, text);
}

TEST_F(CsvHeaderTest, is_looked_for_below_titles_and_in_texts_longer_than_what_guesses_look_at) {
  std::string rows;
  while (rows.size() < 200'000) rows += "1,Ann,GB\n22,Bobby,US\n";
  expect_header(false, rows);
  expect_header(true, "id,name,land\n" + rows);
  expect_header(false, "Sales\n\n" + rows);
}

TEST_F(CsvHeaderTest, is_where_a_person_says) {
  const std::string numbers = "1,2\n3,4\n5,6\n";
  EXPECT_EQ(test::count_csv({numbers, 3}, {.header_line = 1}).rows, 2U);
  EXPECT_EQ(test::count_csv({numbers, 3}, {.header_line = 2}).rows, 1U);
  EXPECT_EQ(test::count_csv({numbers, 3}, {.header_line = 0}).rows, 3U);
  EXPECT_EQ(test::count_csv({numbers, 3}, {.delimiter = ','}).rows, 3U);
  EXPECT_EQ(test::count_csv({numbers, 3}, {.dialect = CsvDialect()}).rows, 2U);
}

}  // namespace
}  // namespace weft::text
