#include "text/csv_fuzz_texts.hpp"

#include <array>
#include <span>
#include <string_view>
#include <utility>

namespace weft::test {
namespace {

using namespace std::string_literals;

constexpr std::array<std::string_view, 3> line_ends = {"\n", "\r\n", "\r"};

struct Style {
  char delimiter;
  char quote;
  std::string newline;
  std::size_t columns;
  /// Of a hundred fields.
  std::size_t quoted_percent;
  /// How many parts a field may have.
  std::size_t longest;
};

bool happens(RandomTexts& random, std::size_t percent) { return random.number(99) < percent; }

template <class Choices>
auto pick(RandomTexts& random, const Choices& choices) {
  return choices[random.number(std::size(choices) - 1)];
}

Style random_style(RandomTexts& random) {
  return {.delimiter = pick(random, ",,,;\t|"s),
          .quote = pick(random, "\"\"\"'"s),
          .newline = std::string(pick(random, line_ends)),
          .columns = 1 + random.number(5),
          .quoted_percent = random.number(3) * random.number(25),
          .longest = happens(random, 5) ? std::size_t{30} : std::size_t{3}};
}

/// At the beginning of a character.
std::size_t random_place(RandomTexts& random, const std::string& text) {
  std::size_t at = random.number(text.size());
  while (at < text.size() && (text[at] & 0xC0) == 0x80) ++at;
  return at;
}

std::string random_plain(RandomTexts& random, const Style& style) {
  static const std::vector<std::string> parts = {
      "a",        "word",       "12", "1.5", "-3",         "Ann", "x y", "Zo\u00EB",
      "\u20AC 5", "\U0001F600", "#",  ":",   "2024-01-31", "=",   "\\",  "/"};
  static const std::vector<std::string> rare = {" ", "\0"s, "\"", "'",      ",", ";",
                                                "|", "\t",  "\v", "\u00A0", "\\"};
  std::string text;
  for (std::size_t left = random.number(style.longest); left > 0; --left) text += pick(random, parts);
  if (!happens(random, 6)) return text;
  const std::string odd = pick(random, rare);
  if (odd[0] == style.delimiter || odd[0] == style.quote) return text;
  return text.insert(random_place(random, text), odd);
}

std::string in_quotes(const std::string& text, char quote) {
  std::string quoted(1, quote);
  for (const char byte : text) quoted.append(byte == quote ? 2 : 1, byte);
  return quoted + quote;
}

std::string random_quoted(RandomTexts& random, const Style& style) {
  const std::array<std::string, 6> special = {std::string(1, style.delimiter), style.newline, "\n",
                                              std::string(1, style.quote),     " ",           ""};
  std::string text;
  for (std::size_t left = random.number(2); left > 0; --left)
    text += random_plain(random, style) + pick(random, special);
  return in_quotes(text, style.quote);
}

std::string as_row(const std::vector<std::string>& fields, const Style& style) {
  std::string row = fields.front();
  for (const std::string& field : std::span(fields).subspan(1)) row += style.delimiter + field;
  return row + style.newline;
}

std::string two_digits(std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// What the fields of a column may be: numbers, dates, times, words of one length and of several.
constexpr std::array column_kinds = {
    +[](RandomTexts& random) { return std::to_string(random.number(3000)); },
    +[](RandomTexts& random) { return "-" + std::to_string(random.number(9)); },
    +[](RandomTexts& random) {
      return std::to_string(random.number(99)) + '.' + two_digits(random.number(99));
    },
    +[](RandomTexts& random) {
      return std::to_string(random.number(9)) + "e" + std::to_string(random.number(9));
    },
    +[](RandomTexts& random) {
      return "20" + two_digits(random.number(99)) + "-0" + std::to_string(1 + random.number(8)) + '-' +
             two_digits(1 + random.number(27));
    },
    +[](RandomTexts& random) {
      return std::to_string(1 + random.number(27)) + '.' + std::to_string(1 + random.number(11)) + ".2024";
    },
    +[](RandomTexts& random) { return two_digits(random.number(23)) + ':' + two_digits(random.number(59)); },
    +[](RandomTexts& random) { return "2024-01-31 1" + std::to_string(random.number(9)) + ":30:00"; },
    +[](RandomTexts& random) { return std::string(random.number(1) == 0 ? "true" : "false"); },
    +[](RandomTexts& random) { return std::string(pick(random, std::array{"GB", "US", "FR", "DE"})); },
    +[](RandomTexts& random) {
      return std::string(pick(random, std::array{"Ann", "Bobby", "Cyril", "Zoe"}));
    },
};

/// Columns that hold a kind of value each, with names above them or without.
std::string random_typed_table(RandomTexts& random, const Style& style) {
  static const std::array<std::string, 6> names = {"id", "name", "born on", "price", "of age", "no"};
  std::vector<std::string> fields(style.columns);
  for (std::string& field : fields) field = pick(random, names);
  std::string text = happens(random, 50) ? as_row(fields, style) : "";
  std::vector<decltype(+column_kinds[0])> kinds(style.columns);
  for (auto& kind : kinds) kind = pick(random, column_kinds);
  const std::size_t odd_percent = happens(random, 20) ? 5 : 0;
  for (std::size_t left = 1 + random.number(30); left > 0; --left) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      fields[i] = (happens(random, odd_percent) ? column_kinds.back() : kinds[i])(random);
      if (happens(random, odd_percent)) fields[i].clear();
      if (happens(random, style.quoted_percent)) fields[i] = in_quotes(fields[i], style.quote);
    }
    text += as_row(fields, style);
  }
  return text;
}

std::string random_table(RandomTexts& random, const Style& style) {
  if (happens(random, 30)) return random_typed_table(random, style);
  std::string text;
  const std::size_t rows = happens(random, 10) ? 60 : 8;
  for (std::size_t left = 1 + random.number(rows); left > 0; --left) {
    for (std::size_t i = 0; i < style.columns; ++i) {
      if (i > 0) text += style.delimiter;
      text +=
          happens(random, style.quoted_percent) ? random_quoted(random, style) : random_plain(random, style);
    }
    if (left > 1 || happens(random, 70)) text += style.newline;
  }
  return text;
}

/// Where the `mark` stands that comes behind some place; the end if there is none.
std::size_t random_mark(RandomTexts& random, const std::string& text, std::string_view marks) {
  const std::size_t at = text.find_first_of(marks, random.number(text.size()));
  return at == std::string::npos ? text.find_first_of(marks) : at;
}

struct Pollution {
  std::string_view name;
  void (*pollute)(RandomTexts& random, const Style& style, std::string& text);
};

void insert_before(RandomTexts& random, std::string& text, std::string_view marks, std::string_view what,
                   std::size_t behind) {
  const std::size_t at = random_mark(random, text, marks);
  if (at != std::string::npos) text.insert(at + behind, what);
}

void erase_one(RandomTexts& random, std::string& text, std::string_view marks) {
  const std::size_t at = random_mark(random, text, marks);
  if (at != std::string::npos) text.erase(at, 1);
}

/// A row that goes on with what the header says, in some columns.
std::string random_header_line(RandomTexts& random, const Style& style) {
  std::vector<std::string> fields(style.columns);
  for (std::string& field : fields)
    if (happens(random, 60)) field = random_plain(random, style);
  return as_row(fields, style);
}

std::string ends(const Style& style) { return style.delimiter + "\r\n"s; }

constexpr std::array pollutions = {
    Pollution{"a quote anywhere",
              [](RandomTexts& random, const Style& style, std::string& text) {
                text.insert(random_place(random, text), 1, style.quote);
              }},
    Pollution{"a quote at the beginning of a field",
              [](RandomTexts& random, const Style& style, std::string& text) {
                insert_before(random, text, ends(style), {&style.quote, 1}, 1);
              }},
    Pollution{"a quote at the end of a field",
              [](RandomTexts& random, const Style& style, std::string& text) {
                insert_before(random, text, ends(style), {&style.quote, 1}, 0);
              }},
    Pollution{"a quote less", [](RandomTexts& random, const Style& style,
                                 std::string& text) { erase_one(random, text, {&style.quote, 1}); }},
    Pollution{"a quote twice",
              [](RandomTexts& random, const Style& style, std::string& text) {
                insert_before(random, text, {&style.quote, 1}, {&style.quote, 1}, 0);
              }},
    // Two of them keep DuckDB and Python from what a person sees, who agree with us on one.
    Pollution{"a blank before a quote",
              [](RandomTexts& random, const Style& style, std::string& text) {
                const std::size_t at = random_mark(random, text, {&style.quote, 1});
                const bool has_blank = at > 0 && at != std::string::npos && text[at - 1] == ' ';
                if (at != std::string::npos && !has_blank) text.insert(at, " ");
              }},
    Pollution{"a blank behind a quote",
              [](RandomTexts& random, const Style& style, std::string& text) {
                insert_before(random, text, {&style.quote, 1}, " ", 1);
              }},
    Pollution{"a letter behind a quote",
              [](RandomTexts& random, const Style& style, std::string& text) {
                insert_before(random, text, {&style.quote, 1}, "x", 1);
              }},
    Pollution{"a delimiter more",
              [](RandomTexts& random, const Style& style, std::string& text) {
                text.insert(random_place(random, text), 1, style.delimiter);
              }},
    Pollution{"a delimiter less", [](RandomTexts& random, const Style& style,
                                     std::string& text) { erase_one(random, text, {&style.delimiter, 1}); }},
    Pollution{"another line end",
              [](RandomTexts& random, const Style&, std::string& text) {
                text.insert(random_place(random, text), pick(random, line_ends));
              }},
    Pollution{"empty lines",
              [](RandomTexts& random, const Style&, std::string& text) {
                insert_before(random, text, "\r\n", pick(random, line_ends), 0);
              }},
    Pollution{"a blank line",
              [](RandomTexts& random, const Style& style, std::string& text) {
                insert_before(random, text, "\n", " " + style.newline, 1);
              }},
    Pollution{"a line end less",
              [](RandomTexts& random, const Style&, std::string& text) { erase_one(random, text, "\r\n"); }},
    Pollution{"two more lines of header",
              [](RandomTexts& random, const Style& style, std::string& text) {
                text.insert(0, random_header_line(random, style) + random_header_line(random, style));
              }},
    Pollution{"a second table",
              [](RandomTexts& random, const Style& style, std::string& text) {
                Style other = style;
                other.columns = 1 + random.number(5);
                if (!text.ends_with(style.newline)) text += style.newline;
                text += style.newline + random_table(random, other);
              }},
    Pollution{"an end in the middle", [](RandomTexts& random, const Style&,
                                         std::string& text) { text.resize(random_place(random, text)); }},
};

void put_above(RandomTexts& random, const Style& style, CsvFuzzText& text) {
  const auto line = [&](const std::string& words) {
    text.above += words + style.newline;
    ++text.lines_above;
  };
  switch (random.number(3)) {
    case 0:
      return line("sep="s + style.delimiter);
    case 1:
      line("Sales in May");
      return happens(random, 50) ? line("") : void();
    case 2:
      for (std::size_t left = 1 + random.number(2); left > 0; --left) line("# made by hand");
      return;
    default:
      return line("");
  }
}

}  // namespace

CsvFuzzText random_fuzz_text(RandomTexts& random) {
  const Style style = random_style(random);
  CsvFuzzText text{
      .table = {.text = random_table(random, style), .delimiter = style.delimiter, .quote = style.quote},
      .has_byte_order_mark = happens(random, 10)};
  if (happens(random, 15)) put_above(random, style, text);
  if (happens(random, 40)) return text;
  for (std::size_t left = 1 + random.number(1); left > 0; --left) {
    const Pollution& pollution = pollutions[random.number(pollutions.size() - 1)];
    pollution.pollute(random, style, text.table.text);
    text.pollution.append(text.pollution.empty() ? "" : ", ").append(pollution.name);
  }
  return text;
}

}  // namespace weft::test
