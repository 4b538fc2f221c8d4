#include "lab/activities.hpp"

#include "lab/format.hpp"

namespace weft::lab {

Activities::Activities(Revision& revision, Log& log) : revision_(revision), log_(log) { idle_.set(); }

void Activities::begin(Activity activity) {
  current_ = activity;
  idle_.reset();
  is_cancelling_ = false;
  notice_.clear();
  revision_.bump();
  began_.emit();
}

void Activities::end() {
  current_ = Activity::none;
  idle_.set();
  fiber_ = 0;
  is_cancelling_ = false;
  revision_.bump();
  ended_.emit();
}

void Activities::cancel() {
  if (!can_cancel()) return;
  is_cancelling_ = true;
  fiber::Scheduler::get().cancel(fiber_);
  revision_.bump();
}

void Activities::set_notice(std::string message) {
  notice_ = std::move(message);
  revision_.bump();
}

void Activities::tell(const std::string& message) {
  log_.add(message);
  set_notice(message);
}

Answer Activities::refuse(std::string message) {
  set_notice(message);
  return std::unexpected(Refusal{std::move(message)});
}

Answer Activities::check_idle() {
  if (!is_busy()) return {};
  return refuse(lab::format("{}: wait for its end, or cancel it.", to_message(current_)));
}

}  // namespace weft::lab
