#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace weft::lab {

struct CompareReport;
struct Contender;

/// How a contender stands against another one.
enum class Verdict : std::uint8_t {
  /// The figures do not tell.
  untold,
  faster,
  /// Within a tenth.
  equal,
  slower,
};

/// Of a factor of speed; 0 is untold.
Verdict verdict_of(double speed_up);

/// "2.4 times as fast as sync", "about as fast as sync", "1.6 times as slow as sync". Not of an untold one.
std::string speed_text(double speed_up, std::string_view than = "sync");

/// Why the times of a contender cannot be set against those of sync, in a sentence; empty if they can.
std::string doubt_about(const CompareReport& report, const Contender& contender);

/// One that is faster takes at most this part of the other's time.
inline constexpr double clear_margin = 0.9;

}  // namespace weft::lab
