#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace weft::lab {

struct CompareReport;
struct RunReport;

/// What a reader has mastered by having done it.
enum class Skill : std::uint8_t {
  read_async,
  wrote_async,
  stepped_generator,
  ran_several_at_once,
  async_won,
  async_did_not_win,
};

inline constexpr std::size_t skill_count = 6;

/// How a skill stands on the checklist.
struct SkillText {
  /// "read-async": the name in the JavaScript API and in what is remembered.
  std::string_view id;
  /// "Read files asynchronously".
  std::string_view title;
  /// A sentence: how to get it.
  std::string_view how;
};

const SkillText& text_of(Skill skill);

/// All of them, in the order of the checklist.
constexpr std::array<Skill, skill_count> all_skills() {
  return {Skill::read_async,          Skill::wrote_async, Skill::stepped_generator,
          Skill::ran_several_at_once, Skill::async_won,   Skill::async_did_not_win};
}

/// The checklist.
class Mastery {
 public:
  bool has(Skill skill) const { return has_[static_cast<std::size_t>(skill)]; }
  std::size_t count() const;

  /// True if it is new.
  bool add(Skill skill);
  /// True if there was anything.
  bool reset();

 private:
  std::array<bool, skill_count> has_ = {};
};

// What a run or a comparison proves.

/// An async run that has ended and read files.
bool proves_reading(const RunReport& run);
/// An async run that has ended, with two files or more in work at once.
bool proves_several_at_once(const RunReport& run);

/// Who won a comparison: `async_won` or `async_did_not_win`. Async with N files in flight wins if it is
/// clearly faster than sync. Nothing if the comparison was cut short, or cannot tell.
std::optional<Skill> outcome_of(const CompareReport& comparison);

}  // namespace weft::lab
