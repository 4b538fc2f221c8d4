#include "lab/csv_files.hpp"

#include <algorithm>

namespace weft::lab {
namespace {

char to_lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
}

bool ends_in(std::string_view name, std::string_view ending) {
  if (name.size() < ending.size()) return false;
  return std::ranges::equal(name.substr(name.size() - ending.size()), ending, {}, to_lower);
}

}  // namespace

bool is_csv_name(std::string_view name) {
  constexpr std::string_view compressed = ".gz";
  if (ends_in(name, compressed)) name.remove_suffix(compressed.size());
  return ends_in(name, ".csv") || ends_in(name, ".tsv");
}

std::string csv_sample_text() {
  return R"(name,born,city,known for
Ada Lovelace,1815,London,"the first program, for a machine that was never built"
Grace Hopper,1906,New York,"a compiler,
and the word ""bug"" in a log book"
Edsger Dijkstra,1930,Rotterdam,shortest paths
Alan Turing,1912,London,"""Can machines think?"""
Barbara Liskov,1939,"Los Angeles, California"
Donald Knuth,1938,Milwaukee,literate programming
"Radia Perlman",1951,Portsmouth,spanning trees
)";
}

}  // namespace weft::lab
