#pragma once

#include "fiber/state.hpp"

namespace weft::vfs {

/// The state of a fiber whose operation a backend has: mostly a read, so that is what people are told.
inline constexpr fiber::Wait for_read("waiting for a read");

}  // namespace weft::vfs
