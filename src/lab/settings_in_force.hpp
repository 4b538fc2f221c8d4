#pragma once

#include <functional>

#include "lab/settings.hpp"
#include "vfs/file_system.hpp"

namespace weft::lab {

/// What holds for every file that is opened from now on: the latency of its reads, and how many may be open.
class SettingsInForce {
 public:
  /// `files` outlives this; `set_latency` tells the latency decorators, and may be empty.
  SettingsInForce(vfs::FileSystem& files, std::function<void(double ms)> set_latency)
      : files_(files), set_latency_(std::move(set_latency)) {}

  void put(const Settings& settings) const {
    if (set_latency_) set_latency_(settings.latency_ms);
    files_.set_open_limit(static_cast<std::size_t>(settings.max_open_files));
  }

 private:
  vfs::FileSystem& files_;
  std::function<void(double ms)> set_latency_;
};

}  // namespace weft::lab
