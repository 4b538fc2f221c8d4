#pragma once

#include "lab/choices.hpp"
#include "lab/kept_settings.hpp"
#include "lab/mode.hpp"
#include "lab/revision.hpp"
#include "lab/signal.hpp"

namespace weft::lab {

/// What a person has set: the settings of runs and the choices of the view.
class Preferences {
 public:
  explicit Preferences(Revision& revision) : revision_(revision) {}

  const Settings& settings() const { return *settings_; }
  Mode mode() const;
  const Choices& choices() const { return choices_; }

  /// Taken as far as in range. Takes effect with the next run or stepper.
  void configure(const Settings& settings);
  /// The others stay as they are.
  void set_mode(Mode mode);
  void choose(const Choices& choices);

  /// One of the two is another now.
  Signal<>& changed() { return changed_; }

 private:
  Revision& revision_;
  KeptSettings settings_;
  Choices choices_;
  Signal<> changed_;
};

}  // namespace weft::lab
