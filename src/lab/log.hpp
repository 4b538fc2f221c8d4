#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>

#include "lab/revision.hpp"

namespace weft::lab {

/// What a terminal would show: the last `capacity` lines.
class Log {
 public:
  explicit Log(Revision& revision, std::size_t capacity = 10'000)
      : revision_(revision), capacity_(capacity) {}

  /// `line` has no newline. The oldest line makes room.
  void add(std::string line);
  void clear();

  const std::deque<std::string>& lines() const { return lines_; }

  /// All lines, each ended by a newline.
  std::string text() const;

  /// How many lines were ever added: tells a panel that there is something new to scroll to.
  std::uint64_t added() const { return added_; }

 private:
  Revision& revision_;
  std::size_t capacity_;
  std::uint64_t added_ = 0;
  std::deque<std::string> lines_;
};

}  // namespace weft::lab
