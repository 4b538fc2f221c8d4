#pragma once

#include <functional>
#include <memory>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "vfs/backend.hpp"
#include "vfs/file.hpp"

namespace weft::test {

/// A backend, and the way in which files get there.
struct Place {
  std::shared_ptr<vfs::Backend> backend;
  /// Puts a file there, and returns the path it got relative to the mount. Suspends.
  std::function<std::string(std::string_view path, std::span<const std::byte> bytes)> put;
};

/// What there is to know of a backend that is to be tested: a row of the list in place.cpp.
struct Candidate {
  std::string_view name;
  /// Suspends.
  Place (*make)();
  /// It keeps the paths that it is given.
  bool keeps_names = false;
  bool is_writable = false;
  /// Why it cannot be tested here; empty if it can.
  std::string (*reason_to_skip)(vfs::Wait wait) = [](vfs::Wait) { return std::string(); };
};

/// A backend to be tested, and a way to wait for it.
struct Case {
  Candidate candidate;
  vfs::Wait wait = vfs::Wait::suspend;

  friend std::ostream& operator<<(std::ostream& out, const Case& item) {
    return out << item.candidate.name << (item.wait == vfs::Wait::block ? "_block" : "_suspend");
  }
};

/// Every backend with every way to wait.
std::vector<Case> all_cases();
/// Every backend, without blocking.
std::vector<Case> suspending_cases();
/// Those that keep the paths they are given.
std::vector<Case> naming_cases();
/// Those that can be written to, with the way to wait in which they can.
std::vector<Case> writable_cases();

inline std::string name_of_case(const testing::TestParamInfo<Case>& info) {
  return testing::PrintToString(info.param);
}

}  // namespace weft::test
