#include "oracles/csv_texts.hpp"

#include <array>

namespace weft::test {
namespace {

using namespace std::string_literals;

std::string repeat(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

struct Style {
  std::string delimiter;
  std::string newline;
  std::size_t columns;
  /// One in so many fields, rows.
  std::size_t quoted_one_in;
  std::size_t wrong_one_in;
};

std::string in_quotes(std::string_view text) {
  std::string quoted = "\"";
  for (const char byte : text) quoted.append(byte == '"' ? 2 : 1, byte);
  return quoted + '"';
}

std::string random_words(RandomTexts& random, const Style& style, bool is_quoted) {
  const std::array<std::string, 10> plain = {"",    "a", "12",   "word",     "Zo\u00EB",
                                             "x y", " ", "it's", "\u20AC 5", "\0"s};
  const std::array<std::string, 5> special = {style.delimiter, style.newline, "\"", "\"\"",
                                              style.newline + "\""};
  std::string words;
  for (std::size_t left = random.number(3); left > 0; --left) {
    words += plain[random.number(plain.size() - 1)];
    if (is_quoted && random.number(2) == 0) words += special[random.number(special.size() - 1)];
    if (random.number(20) == 0) words.append(random.number(200), 'n');
  }
  return words;
}

std::string random_wrong_field(RandomTexts& random, const Style& style) {
  const std::array<std::string, 7> wrong = {"\"a\"b",
                                            "a\"b\"",
                                            "\"",
                                            "\"a\" \"b",
                                            "\"a\"\"",
                                            "\"a" + style.newline + "\"b\"",
                                            "\"\" x" + style.delimiter};
  return wrong[random.number(wrong.size() - 1)];
}

std::string random_field(RandomTexts& random, const Style& style) {
  if (random.number(style.wrong_one_in) == 1) return random_wrong_field(random, style);
  const bool is_quoted = random.number(style.quoted_one_in) == 0;
  const std::string words = random_words(random, style, is_quoted);
  if (!is_quoted) return words;
  return in_quotes(words) + (random.number(10) == 0 ? " " : "");
}

std::string header(const Style& style) {
  std::string names;
  for (std::size_t i = 0; i < style.columns; ++i) names += (i > 0 ? style.delimiter : "") + "name";
  return names + style.newline;
}

}  // namespace

std::string random_csv_file(RandomTexts& random) {
  const std::array<std::string, 4> delimiters = {",", ";", "\t", "|"};
  const std::array<std::string, 3> newlines = {"\n", "\r\n", "\r"};
  const Style style{.delimiter = delimiters[random.number(3)],
                    .newline = newlines[random.number(5) % 3],
                    .columns = 1 + random.number(6),
                    .quoted_one_in = random.number(8),
                    .wrong_one_in = random.number(2) == 0 ? std::size_t{20} : std::size_t{1'000'000}};
  std::string text = random.number(5) == 0 ? "\uFEFF" : "";
  text += header(style);
  for (std::size_t rows = random.number(30); rows > 0; --rows) {
    const std::size_t fields = random.number(12) == 0 ? random.number(8) : style.columns;
    for (std::size_t i = 0; i < fields; ++i)
      text.append(i > 0 ? style.delimiter : "").append(random_field(random, style));
    if (rows > 1 || random.number(1) == 0) text += style.newline;
    if (random.number(15) == 0) text += style.newline;
  }
  return text;
}

std::string random_csv_noise(RandomTexts& random, std::string_view newline) {
  const std::array<std::string_view, 9> parts = {",", ",", ";", "|", "\"", "\"", newline, "\" ", "a"};
  std::string text;
  for (std::size_t left = random.number(120); left > 0; --left)
    text += parts[random.number(parts.size() - 1)];
  return text;
}

std::vector<std::string> hostile_csv_texts() {
  return {
      "",
      "\n",
      "\n\n\n",
      "\"",
      "\"\"",
      "\"\"\n\"\"\n",
      "\"\"\"",
      "\"\"\"\"",
      "a",
      "a\n",
      ",",
      ",\n,",
      ",,\n,,\n",
      "\n\na,b\n\n1,2\n\n",
      "a,b\n1,2",
      "a,b\n1,2\n",
      "a,b\r\n1,2\r\n\r\n3,4\r\n",
      "a,b\r1,2\r3,4",
      "a,b\r\r1,2\r",
      "a\n\"\"\n1\n",
      "a,b\n1\n1,2,3\n1,2\n",
      "a,b\n\"1,2\n3,4\n",
      "a,b\n\"x\ny\",2\n1\n",
      "a,b\n\"x\"y,2\n3,4\n",
      "a,b\n\"x\"y\",2\n3,4\n",
      "a,b\n\"x\" ,2\n3,\"4\" \n",
      "a,b\n\"x\"\t,2\n3,\"4\" ",
      "a,b\r\n\"x\"\r\n\"y\",\"z\"\r\n",
      "a,b\nx\"y,\"\"\"\"\n",
      "a,b\n\"\"\"x\"\"\",\"y\"\"\"\"\"\n",
      "a,\" b\",c \n1,2,3\n",
      "\uFEFFa,b\n1,2\n",
      "\uFEFF\"a\",b\n1,2\n",
      "\uFEFF",
      "a;b;c\n1,5;2;3\n",
      "a\tb\n1\t2\n",
      "a|b|c\n1|2|3\n",
      "name;note\n\"a,b,c\";\"d,e\"\n\"f,g,h\";i\n",
      "one column\nonly\n",
      std::string(200, ','),
      std::string(200, '"'),
      std::string(201, '"'),
      std::string(200, '\n') + "a,b\n",
      repeat("\"a\"\"b\",", 40) + "\n" + repeat("x,", 40) + "\n",
      repeat("\"1\",\"22\",\"333\"\n", 40),
      repeat("\"1\",\"22\",\"333\"\r\n", 40),
      "a,b\n" + std::string(300, 'x') + ",\"" + std::string(300, 'y') + "\"\n",
      "a,b\n\"" + repeat("line\n", 100) + "\",2\n3\n",
      "h\0i,\0\n\0,\"\0\"\n"s,
  };
}

}  // namespace weft::test
