// Rows below the header that look as if they belonged to it.

#include "text/csv_more_header.hpp"

#include "oracles/csv_judges.hpp"
#include "oracles/csv_test.hpp"

namespace weft::text {
namespace {

class CsvMoreHeaderTest : public test::CsvTest {};

void expect_more_rows(std::uint64_t more_rows, const std::string& text) {
  for (const std::size_t chunk_bytes : {std::size_t{1}, std::size_t{7}, text.size()}) {
    const CsvCounts counts = test::count_csv({text, chunk_bytes});
    EXPECT_TRUE(counts.layout.has_header) << text;
    EXPECT_EQ(counts.layout.more_header_rows, more_rows) << text;
    EXPECT_EQ(counts.rows + 1, static_cast<std::uint64_t>(std::ranges::count(text, '\n'))) << text;
    EXPECT_EQ(test::read_csv({text, chunk_bytes}).layout, counts.layout) << text;
  }
}

// Then the last of them is a header to DuckDB and Python where it stands above all others.
TEST_F(CsvMoreHeaderTest, holds_words_above_numbers) {
  const std::string units = "name,height,weight\n,cm,kg\nAnn,170,60\nBobby,180,70.5\nCy,n/a,80\nDi,,-\n";
  const std::string words = "x,y\nlength,width\n(cm),(m)\n1,2\n30,4\n5,60\n";
  const std::vector<std::string> below = {",cm,kg\nAnn,170,60\nBobby,180,70.5\n",
                                          words.substr(words.find("(cm)"))};
  for (const auto& python : test::ask_python_sniffer(below)) EXPECT_TRUE(python.value().has_header);
  for (const auto& duckdb : test::ask_duckdb_sniffer(below)) EXPECT_TRUE(duckdb.value().has_header);
  expect_more_rows(1, units);
  expect_more_rows(2, words);
}

TEST_F(CsvMoreHeaderTest, is_not_made_of_data) {
  expect_more_rows(0, "id,name\n1,Ann\n2,Bo\n3,Cy\n");
  expect_more_rows(0, "name,town\nAnn,Ghent\nBo,Paris\nCy,Rome\nDi,Oslo\nEd,Bonn\n");
  expect_more_rows(0, "name,height\nAnn,n/a\nBo,170\nCy,180\nDi,190\n");
  expect_more_rows(0, "name,height\nEurope,\nBo,170\nCy,180\nDi,190\n");
  expect_more_rows(0, "name,height\nAnn,tall\nBo,170\nCy,short\nDi,190\nEd,180\n");
  expect_more_rows(0, "name,height\nAnn,cm\nBo,170\nCy,180\n");
  expect_more_rows(0, "name,height\nAnn,a\nBo,b\nCy,c\nDi,d\nEd,1\nFy,2\nGus,3\n");
}

TEST_F(CsvMoreHeaderTest, is_looked_for_below_the_header_that_a_person_knows) {
  const std::string text = "title\na,b\ncm,kg\n1,2\n3,4\n5,6\n";
  EXPECT_EQ(test::count_csv({text, 3}, {.header_line = 2}).layout.more_header_rows, 1U);
  EXPECT_EQ(test::count_csv({text, 3}, {.header_line = 3}).layout.more_header_rows, 0U);
  EXPECT_EQ(test::count_csv({text, 3}, {.header_line = 0}).layout.more_header_rows, 0U);
}

}  // namespace
}  // namespace weft::text
