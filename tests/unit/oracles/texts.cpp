#include "oracles/texts.hpp"

#include <gtest/gtest.h>

namespace weft::test {
namespace {

using namespace std::string_literals;

std::string every_byte_value() {
  std::string text;
  for (int byte = 0; byte < 256; ++byte) text += static_cast<char>(byte);
  return text;
}

std::string repeat(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

// Lines of every length around the size of a SIMD block, so that newlines come to lie at each place in it.
std::string growing_lines(std::string_view end, std::size_t longest) {
  std::string text;
  for (std::size_t length = 0; length <= longest; ++length) text.append(length, 'x').append(end);
  return text;
}

}  // namespace

std::vector<std::string> hostile_texts() {
  return {
      "",
      "\n",
      "\r",
      "\r\n",
      "\n\r",
      "\r\r\n",
      "\n\n\n",
      "\r\n\r\n",
      " ",
      "a",
      "a\n",
      "a\r",
      "a\r\n",
      "a\rb\nc",
      "no newline at the end",
      "a longer line than the next\r\nshort\r\n",
      "\0"s,
      "\0\n\0\0\n\0"s,
      "tab\there\vvertical\ffeed\x1Cnot\x1Dreally\x1Espace\x1F!\x85\xA0",
      "h\u00E9llo w\u00F6rld \u20AC \U0001F600\r\n\u3000wide\u2028separator\u00A0space\n",
      "\uFEFFbyte order mark\n",
      "cut: \xE2\x82",
      "bad: \xC0\xAF \xE0\x80\xAF \xED\xA0\x80 \xF4\x90\x80\x80 \xF8\x88\x80\x80\x80 \xFF\xFE \x80\xBF\n",
      "bad: \xE2\x28\xA1 \xF0\x9F\x98 \xF0\x9F\x98\n\xF0\x9F x\xF0 y\xE1\x80\xE2\xF0\x91\x92\xF1\xBF \xC3\n",
      "h\0i\0\r\0\n\0"s,
      every_byte_value(),
      every_byte_value() + every_byte_value(),
      repeat("\r\n", 100),
      repeat("word ", 50),
      repeat("\u00E9\r\n", 70),
      growing_lines("\n", 20),
      growing_lines("\r\n", 20),
  };
}

std::vector<std::string> large_texts() {
  return {
      growing_lines("\n", 300),
      growing_lines("\r\n", 300),
      std::string(63, 'x') + "\r\n" + std::string(64, 'y') + "\n",
      repeat("a ", 100'000) + repeat("\x80", 100'000) + repeat("\n", 100'000),
      std::string(20'000'000, 'x') + "\r\nshort",
      std::string(20'000'000, '\r'),
  };
}

RandomTexts::RandomTexts() {
  const std::int32_t given = GTEST_FLAG_GET(random_seed);
  seed_ = given != 0 ? static_cast<std::uint32_t>(given) : std::random_device()() % 99999 + 1;
  engine_.seed(seed_);
}

std::size_t RandomTexts::number(std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit)(engine_);
}

std::string RandomTexts::text(std::size_t max_bytes) {
  static const std::vector<std::string> parts = {
      "\n",   "\r\n",     "\r",       " ",        "\t",     "\v",         "\f",      "\0"s,  "a",
      "Z",    "word",     "x",        "\u00E9",   "\u20AC", "\U0001F600", "\x80",    "\xBF", "\xC3",
      "\xE2", "\xE2\x82", "\xF0\x9F", "\xED\xA0", "\xFF",   "\xC0",       "\xF4\x90"};
  // How far apart the interesting parts are differs from text to text.
  const std::size_t longest_run = std::size_t{1} << number(8);
  const std::size_t size = number(max_bytes);
  std::string text;
  while (text.size() < size) {
    text += parts[number(parts.size() - 1)];
    if (number(3) == 0) text.append(number(longest_run), 'n');
  }
  text.resize(size);
  return text;
}

std::vector<std::string> RandomTexts::texts(std::size_t count, std::size_t max_bytes) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < count; ++i) texts.push_back(text(max_bytes));
  return texts;
}

std::vector<std::string> RandomTexts::texts_of_bytes(std::size_t count, std::size_t max_bytes) {
  std::vector<std::string> made = texts(count, max_bytes);
  for (std::string& text : made) text.insert(0, "a text\n");
  return made;
}

}  // namespace weft::test
