#include "lab/checklist.hpp"

#include "lab/comparison.hpp"
#include "lab/run.hpp"

namespace weft::lab {

void Checklist::note(Skill skill) {
  if (!mastery_.add(skill)) return;
  revision_.bump();
  changed_.emit();
}

void Checklist::note(const RunReport& report) {
  if (proves_reading(report)) note(Skill::read_async);
  if (proves_several_at_once(report)) note(Skill::ran_several_at_once);
}

void Checklist::note(const CompareReport& report) {
  if (const auto skill = outcome_of(report)) note(*skill);
}

void Checklist::recall(const Mastery& mastery) {
  mastery_ = mastery;
  revision_.bump();
}

void Checklist::reset() {
  if (!mastery_.reset()) return;
  revision_.bump();
  changed_.emit();
}

}  // namespace weft::lab
