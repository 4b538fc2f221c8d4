#pragma once

#include <expected>
#include <string>

namespace weft::lab {

/// Why a command was turned down: one sentence for a person, such as "A run is under way: wait for its end,
/// or cancel it."
struct Refusal {
  std::string message;
};

/// What a command answers at once. A refused command has changed nothing.
using Answer = std::expected<void, Refusal>;

}  // namespace weft::lab
