#include "lab/format.hpp"

#include <array>
#include <cstdio>

namespace weft::lab {

std::string fixed(double number, int decimals) {
  std::array<char, 80> text{};
  std::snprintf(text.data(), text.size(), "%.*f", decimals, number);
  return text.data();
}

}  // namespace weft::lab
