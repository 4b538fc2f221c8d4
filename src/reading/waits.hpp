#pragma once

#include "fiber/state.hpp"

namespace weft::reading {

/// The state of a fiber in whose stead a worker computes, on another thread.
inline constexpr fiber::Wait for_worker("waiting for a worker");

}  // namespace weft::reading
