#pragma once

#include <string>
#include <vector>

#include "oracles/texts.hpp"

namespace weft::test {

/// CSV texts of all kinds, each with something in it that a parser may get wrong.
std::vector<std::string> hostile_csv_texts();

/// A file as a program or a careless person may have written it: delimiter, line ends, number of columns, how
/// much is quoted and how much is wrong differ from text to text. All line ends of one text are the same.
std::string random_csv_file(RandomTexts& random);

/// Delimiters, quotes, newlines and letters in any order.
std::string random_csv_noise(RandomTexts& random, std::string_view newline);

}  // namespace weft::test
