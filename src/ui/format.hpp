#pragma once

#include <cstdint>
#include <string>

namespace weft::ui {

/// "12,345".
std::string count(std::uint64_t number);

/// "12.3 M": for where `count` does not fit.
std::string short_count(std::uint64_t number);

/// "1 file", "2,000 files".
std::string count_of(std::uint64_t number, const char* singular, const char* plural);

/// "512 B", "1.4 kB", "20.0 MB". Thousands, as file managers count. "–" for a negative number, which is not
/// known.
std::string bytes(double number);

/// "0.3 ms", "12 ms", "1.24 s", "2 min 5 s".
std::string duration(double ms);

/// "512 B", "64 KiB": powers of two, as chunks are chosen.
std::string binary_bytes(std::uint64_t number);

}  // namespace weft::ui
