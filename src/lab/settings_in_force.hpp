#pragma once

#include <functional>
#include <utility>

namespace weft::vfs {
class FileSystem;
}

namespace weft::lab {

struct Settings;

/// What holds for every file that is opened from now on: the latency of its reads, and how many may be open.
class SettingsInForce {
 public:
  /// `files` outlives this; `set_latency` tells the latency decorators, and may be empty.
  SettingsInForce(vfs::FileSystem& files, std::function<void(double ms)> set_latency)
      : files_(files), set_latency_(std::move(set_latency)) {}

  void put(const Settings& settings) const;

 private:
  vfs::FileSystem& files_;
  std::function<void(double ms)> set_latency_;
};

}  // namespace weft::lab
