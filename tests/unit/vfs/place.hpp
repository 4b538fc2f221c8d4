#pragma once

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
class Place {
 public:
  virtual ~Place() = default;
  virtual std::shared_ptr<vfs::Backend> backend() = 0;
  /// Puts a file there, and returns the path it got relative to the mount. Suspends.
  virtual std::string put(std::string_view path, std::span<const std::byte> bytes) = 0;
};

/// A backend to be tested, and a way to wait for it.
struct Case {
  std::string name;
  /// Makes the place. Suspends.
  std::unique_ptr<Place> (*make)();
  vfs::Wait wait;
  /// Why it cannot be tested here; empty if it can.
  std::string (*reason_to_skip)(vfs::Wait wait);

  friend std::ostream& operator<<(std::ostream& out, const Case& item) { return out << item.name; }
};

/// Every backend with every way to wait.
std::vector<Case> all_cases();
/// Every backend, without blocking.
std::vector<Case> suspending_cases();
/// Those that keep the paths they are given.
std::vector<Case> naming_cases();
/// Those that can be written to, with the way to wait in which they can.
std::vector<Case> writable_cases();

inline std::string name_of_case(const testing::TestParamInfo<Case>& info) { return info.param.name; }

}  // namespace weft::test
