// What the reader has done, as it happens.

#include "lab/lab.hpp"

namespace weft::lab {

void Lab::note(Skill skill) {
  if (!mastery_.add(skill)) return;
  if (environment_.on_remember) environment_.on_remember();
  revision_.bump();
}

void Lab::note_run(const RunReport& report) {
  if (proves_reading(report)) note(Skill::read_async);
  if (proves_several_at_once(report)) note(Skill::ran_several_at_once);
}

void Lab::note_comparison(const CompareReport& report) {
  if (const auto skill = outcome_of(report)) note(*skill);
}

void Lab::recall_mastery(const Mastery& mastery) {
  mastery_ = mastery;
  revision_.bump();
}

void Lab::reset_mastery() {
  if (!mastery_.reset()) return;
  if (environment_.on_remember) environment_.on_remember();
  revision_.bump();
}

}  // namespace weft::lab
