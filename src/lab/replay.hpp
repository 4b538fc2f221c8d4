#pragma once

#include <cstddef>
#include <span>

namespace weft::lab {

/// What one file of a run took, in ms: waiting for reads, and computing.
struct FileWork {
  double wait_ms = 0;
  double compute_ms = 0;
};

/// How long files take, in ms, that are in work `at_once`, in their order: each waits for its reads, all of
/// them together, and then computes, on one of `processors`, first come first served. One file at once is
/// what sync does. It is a model: reads take as long together as they do alone, and one file's reads come
/// before its computing.
double replay(std::span<const FileWork> files, std::size_t at_once, std::size_t processors);

}  // namespace weft::lab
