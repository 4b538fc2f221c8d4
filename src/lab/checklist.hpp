#pragma once

#include "lab/mastery.hpp"
#include "lab/revision.hpp"
#include "lab/signal.hpp"

namespace weft::lab {

/// What the reader has mastered, noted as it happens.
class Checklist {
 public:
  explicit Checklist(Revision& revision) : revision_(revision) {}

  const Mastery& mastery() const { return mastery_; }

  void note(Skill skill);
  /// What a run or a comparison proves, if anything.
  void note(const RunReport& report);
  void note(const CompareReport& report);

  /// What an earlier visit remembered, in place of what there is; nobody is told.
  void recall(const Mastery& mastery);
  void reset();

  /// Something is to be remembered.
  Signal<>& changed() { return changed_; }

 private:
  Revision& revision_;
  Mastery mastery_;
  Signal<> changed_;
};

}  // namespace weft::lab
