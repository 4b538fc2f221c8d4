#pragma once

#include "lab/format.hpp"

namespace weft::ui {

using lab::binary_bytes;
using lab::bytes;
using lab::count;
using lab::count_of;
using lab::duration;
using lab::percent;
using lab::short_count;
using lab::times;

}  // namespace weft::ui
