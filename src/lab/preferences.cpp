#include "lab/preferences.hpp"

#include "lab/settings.hpp"

namespace weft::lab {

void Preferences::configure(const Settings& settings) {
  const Settings taken = clamped(settings);
  if (taken == *settings_) return;
  settings_ = KeptSettings(taken);
  revision_.bump();
  changed_.emit();
}

Mode Preferences::mode() const { return settings_->mode; }

void Preferences::set_mode(Mode mode) {
  Settings settings = *settings_;
  settings.mode = mode;
  configure(settings);
}

void Preferences::choose(const Choices& choices) {
  if (choices == choices_) return;
  choices_ = choices;
  revision_.bump();
  changed_.emit();
}

}  // namespace weft::lab
