#include "lab/kept_settings.hpp"

#include "lab/settings.hpp"

namespace weft::lab {

KeptSettings::KeptSettings() : settings_(std::make_unique<Settings>()) {}

KeptSettings::KeptSettings(const Settings& settings) : settings_(std::make_unique<Settings>(settings)) {}

KeptSettings::KeptSettings(const KeptSettings& other) : KeptSettings(*other) {}

KeptSettings& KeptSettings::operator=(const KeptSettings& other) {
  *settings_ = *other;
  return *this;
}

KeptSettings::~KeptSettings() = default;

}  // namespace weft::lab
