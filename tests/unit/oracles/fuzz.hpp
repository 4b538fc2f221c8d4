#pragma once

#include <cstddef>
#include <cstdint>

namespace weft::test {

struct Fuzz {
  std::uint32_t seed;
  std::size_t rounds;
};

/// How a fuzz is to run: as WEFT_FUZZ_SEED and WEFT_FUZZ_ROUNDS say, else `rounds` with a seed of the day.
Fuzz fuzz(std::size_t rounds);

}  // namespace weft::test
