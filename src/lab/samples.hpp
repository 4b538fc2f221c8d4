#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "vfs/error.hpp"

namespace weft::vfs {
class FileSystem;
}

namespace weft::lab {

struct SampleOptions {
  int count = 10;
  /// Of five words each.
  int lines = 50;
  /// The same seed gives the same bytes.
  std::uint32_t seed = 1;
};

/// Calls `take(name, value, least, most)` for each option; the name is that of the JavaScript API.
void each_option(SampleOptions& options, auto take) {
  auto& [count, lines, seed] = options;
  take("count", count, 1, 10'000);
  take("lines", lines, 1, 1'000'000);
  take("seed", seed, 0, std::numeric_limits<std::uint32_t>::max());
}

inline constexpr int sample_words_per_line = 5;

/// "file_01.txt" for 1 of 10; as many digits as the last one needs, but two at least.
std::string sample_name(int number, int count);

/// The text of sample `number`, from 1.
std::string sample_text(int number, const SampleOptions& options);

struct SampleFile {
  std::string path;
  double size = 0;
};

/// On a fiber: writes the samples into `directory`, several at once, and removes samples of an earlier set
/// that are not part of this one. ENOSPC, ECANCELED …
vfs::Result<std::vector<SampleFile>> write_samples(vfs::FileSystem& files, const std::string& directory,
                                                   const SampleOptions& options);

/// On a fiber: the samples that `directory` holds, by name.
vfs::Result<std::vector<SampleFile>> list_samples(vfs::FileSystem& files, const std::string& directory);

}  // namespace weft::lab
