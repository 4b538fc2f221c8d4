#pragma once

#include <string>
#include <string_view>

namespace weft::test {

/// What Python has for an expression, of bytes: `b` are those given, and `gzip`, `io`, `random` and `zlib`
/// are there. Blocks; aborts when it fails. Only under Node.
std::string python_bytes(std::string_view expression, std::string_view b = {});

}  // namespace weft::test
