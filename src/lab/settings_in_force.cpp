#include "lab/settings_in_force.hpp"

#include "lab/settings.hpp"
#include "vfs/file_system.hpp"

namespace weft::lab {

void SettingsInForce::put(const Settings& settings) const {
  if (set_latency_) set_latency_(settings.latency_ms);
  files_.set_open_limit(static_cast<std::size_t>(settings.max_open_files));
}

}  // namespace weft::lab
