#include "text/counter.hpp"

#include <algorithm>
#include <ostream>

#include "oracles/python_test.hpp"

namespace weft::text {

void PrintTo(const Counts& counts, std::ostream* out) {
  *out << counts.bytes << " bytes, " << counts.lines << " lines, " << counts.words << " words, "
       << counts.chars << " chars, longest line " << counts.longest_line;
}

namespace {

using test::Answer;
using test::bytes_of;

class CounterTest : public test::PythonTest {};

Counts count(std::string_view text, std::size_t chunk_bytes) {
  Counter counter;
  for (std::size_t at = 0; at < text.size(); at += chunk_bytes)
    counter.add(bytes_of(text.substr(at, chunk_bytes)));
  return counter.finish();
}

Counts count_by_bytes(std::string_view text) {
  Tally tally;
  add_by_bytes(tally, bytes_of(text));
  return tally.counts();
}

Counts count_in_two(std::string_view text, std::size_t split) {
  Counter counter;
  counter.add(bytes_of(text.substr(0, split)));
  counter.add(bytes_of(text.substr(split)));
  return counter.finish();
}

TEST_F(CounterTest, counts_hostile_texts_as_python_does) {
  const std::vector<std::string> texts = test::hostile_texts();
  const std::vector<Answer> answers = test::ask_python(texts);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_EQ(count(texts[i], texts[i].size() + 1), answers[i].counts) << testing::PrintToString(texts[i]);
    EXPECT_EQ(count_by_bytes(texts[i]), answers[i].counts) << testing::PrintToString(texts[i]);
  }
}

TEST_F(CounterTest, makes_no_difference_of_the_place_where_a_text_is_cut) {
  const std::vector<std::string> texts = test::hostile_texts();
  const std::vector<Answer> answers = test::ask_python(texts);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t split = 0; split <= texts[i].size(); ++split) {
      ASSERT_EQ(count_in_two(texts[i], split), answers[i].counts)
          << testing::PrintToString(texts[i]) << " cut at " << split;
    }
  }
}

TEST_F(CounterTest, counts_large_texts_as_python_does) {
  const std::vector<std::string> texts = test::large_texts();
  const std::vector<Answer> answers = test::ask_python(texts);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (const std::size_t chunk_bytes : {1, 63, 65, 4096, 65537, 4 << 20}) {
      EXPECT_EQ(count(texts[i], chunk_bytes), answers[i].counts)
          << "text " << i << ", chunks of " << chunk_bytes;
    }
  }
}

TEST_F(CounterTest, counts_random_texts_as_python_does_at_every_chunk_size) {
  test::RandomTexts random;
  SCOPED_TRACE(random.reproduction());
  const std::vector<std::string> texts = random.texts(100, 1500);
  const std::vector<Answer> answers = test::ask_python(texts);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    ASSERT_EQ(count_by_bytes(texts[i]), answers[i].counts) << testing::PrintToString(texts[i]);
    for (std::size_t chunk_bytes = 1; chunk_bytes <= 200; ++chunk_bytes) {
      ASSERT_EQ(count(texts[i], chunk_bytes), answers[i].counts)
          << "chunks of " << chunk_bytes << ": " << testing::PrintToString(texts[i]);
    }
  }
}

TEST_F(CounterTest, counts_random_texts_as_python_does_at_every_alignment_and_in_random_pieces) {
  test::RandomTexts random;
  SCOPED_TRACE(random.reproduction());
  const std::vector<std::string> texts = random.texts(50, 20'000);
  const std::vector<Answer> answers = test::ask_python(texts);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t shift = 0; shift < 16; ++shift) {
      const std::string shifted = std::string(shift, '?') + texts[i];
      std::string_view rest = std::string_view(shifted).substr(shift);
      Counter counter;
      while (!rest.empty()) {
        const std::size_t size = std::min(rest.size(), random.number(3000));
        counter.add(bytes_of(rest.substr(0, size)));
        rest.remove_prefix(size);
      }
      ASSERT_EQ(counter.finish(), answers[i].counts) << "text " << i << " at " << shift;
    }
  }
}

TEST_F(CounterTest, can_be_asked_for_the_figures_at_any_time) {
  const std::string text = "one two\r\nthree \u20AC\r\n\r\nf";
  std::vector<std::string> beginnings;
  beginnings.reserve(text.size());
  for (std::size_t size = 0; size < text.size(); ++size) beginnings.push_back(text.substr(0, size));
  const std::vector<Answer> answers = test::ask_python(beginnings);
  Counter counter;
  for (std::size_t done = 0; done < text.size(); ++done) {
    EXPECT_EQ(counter.finish(), answers[done].counts) << "after " << done;
    counter.add(bytes_of(text).subspan(done, 1));
  }
}

}  // namespace
}  // namespace weft::text
