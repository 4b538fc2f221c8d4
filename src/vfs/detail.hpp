#pragma once

#include <string>
#include <system_error>

#include "vfs/error.hpp"
#include "vfs/outcome.hpp"

namespace weft::vfs {

/// The outcome of an operation that failed, with the reason in words for a person to read: half a sentence,
/// such as "the file changed since it was added". Each text is kept once, and travels as a number.
std::unexpected<Failure> failure(std::errc code, const char* detail = "");

/// The error that a failure stands for.
Error to_error(const Failure& failure, Verb verb, std::string path);

}  // namespace weft::vfs
