#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>

namespace weft::lab {

/// What a terminal would show: the last `capacity` lines.
class Log {
 public:
  explicit Log(std::size_t capacity = 10'000) : capacity_(capacity) {}

  /// `line` has no newline. The oldest line makes room.
  void add(std::string line);
  void clear();

  const std::deque<std::string>& lines() const { return lines_; }

  /// All lines, each ended by a newline.
  std::string text() const;

  /// How many lines were ever added: tells a panel that there is something new to scroll to.
  std::uint64_t added() const { return added_; }

 private:
  std::size_t capacity_;
  std::uint64_t added_ = 0;
  std::deque<std::string> lines_;
};

}  // namespace weft::lab
