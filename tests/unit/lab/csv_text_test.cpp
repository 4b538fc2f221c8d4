#include "lab/csv_text.hpp"

#include <span>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text/csv_counter.hpp"

namespace weft::lab {
namespace {

using testing::ElementsAre;

std::vector<std::string> notes_on(std::string_view text) {
  text::CsvCounter counter;
  counter.add(std::as_bytes(std::span(text)));
  counter.finish();
  return lab::notes_on(counter.counts());
}

TEST(CsvTextTest, tell_what_was_guessed_of_the_header) {
  EXPECT_THAT(notes_on("id,name\n1,Ann\n2,Bobby\n"), ElementsAre());
  EXPECT_THAT(notes_on("1,Ann\n2,Bobby\n3,Cyril\n"), ElementsAre("No header, so columns are numbered."));
  EXPECT_THAT(notes_on("Sales\nid,name\n1,Ann\n2,Bobby\n"), ElementsAre("Header on line 2."));
  EXPECT_THAT(notes_on("a,b\ncm,kg\n1,2\n3,4\n5,6\n"),
              ElementsAre("The row below the header looks like a second line of it."));
  EXPECT_THAT(notes_on("a,b\nx,y\ncm,kg\n1,2\n3,4\n5,6\n"),
              ElementsAre("The 2 rows below the header look like more lines of it."));
}

TEST(CsvTextTest, tell_a_second_table_from_rows_that_are_odd) {
  const std::string table = "a,b,c\n1,2,3\n4,5,6\n7,8,9\n";
  EXPECT_THAT(notes_on(table + "\nx,y\n1,2\n3,4\n5,6\n7,8\n9,9\n"),
              ElementsAre("All 6 rows from line 6 on have 2 fields, the header 3: a second table?"));
  EXPECT_THAT(notes_on(table + "x,y\n1,2,3\n1,2\n3,4\n5,6\n"),
              ElementsAre("4 rows, the first on line 5, have 2 fields, the header 3.",
                          "All 3 rows from line 7 on have 2 fields, the header 3: a second table?"));
}

}  // namespace
}  // namespace weft::lab
