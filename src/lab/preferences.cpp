#include "lab/preferences.hpp"

namespace weft::lab {

void Preferences::configure(const Settings& settings) {
  const Settings taken = clamped(settings);
  if (taken == settings_) return;
  settings_ = taken;
  revision_.bump();
  changed_.emit();
}

void Preferences::choose(const Choices& choices) {
  if (choices == choices_) return;
  choices_ = choices;
  revision_.bump();
  changed_.emit();
}

}  // namespace weft::lab
