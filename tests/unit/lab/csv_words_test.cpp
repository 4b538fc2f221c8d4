#include "lab/csv_words.hpp"

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

TEST(CsvWordsTest, tell_what_was_guessed_of_the_header) {
  EXPECT_THAT(notes_on("id,name\n1,Ann\n2,Bobby\n"), ElementsAre());
  EXPECT_THAT(notes_on("1,Ann\n2,Bobby\n3,Cyril\n"), ElementsAre("No header, so columns are numbered."));
  EXPECT_THAT(notes_on("Sales\nid,name\n1,Ann\n2,Bobby\n"), ElementsAre("Header on line 2."));
}

}  // namespace
}  // namespace weft::lab
