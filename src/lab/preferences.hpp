#pragma once

#include "lab/choices.hpp"
#include "lab/revision.hpp"
#include "lab/settings.hpp"
#include "lab/signal.hpp"

namespace weft::lab {

/// What a person has set: the settings of runs and the choices of the view.
class Preferences {
 public:
  explicit Preferences(Revision& revision) : revision_(revision) {}

  const Settings& settings() const { return settings_; }
  const Choices& choices() const { return choices_; }

  /// Taken as far as in range. Takes effect with the next run or stepper.
  void configure(const Settings& settings);
  void choose(const Choices& choices);

  /// One of the two is another now.
  Signal<>& changed() { return changed_; }

 private:
  Revision& revision_;
  Settings settings_;
  Choices choices_;
  Signal<> changed_;
};

}  // namespace weft::lab
