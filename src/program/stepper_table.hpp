#pragma once

#include <memory>
#include <unordered_map>

#include "lab/stepper.hpp"

namespace weft::program {

/// The steppers that JavaScript has opened, by number from 1.
class StepperTable {
 public:
  unsigned open(std::unique_ptr<lab::Stepper> stepper) {
    steppers_.emplace(++last_, std::move(stepper));
    return last_;
  }

  /// It must be open.
  lab::Stepper& at(unsigned number) { return *steppers_.at(number); }

  /// Closes its files and forgets it.
  void close(unsigned number) { steppers_.erase(number); }

 private:
  unsigned last_ = 0;
  std::unordered_map<unsigned, std::unique_ptr<lab::Stepper>> steppers_;
};

}  // namespace weft::program
