#include "lab/stepper.hpp"

#include <algorithm>

#include "lab/format.hpp"
#include "lab/stepper_state.hpp"
#include "vfs/waits.hpp"

namespace weft::lab {

std::string_view state_of(const StepSource& source) {
  if (source.error) return "failed";
  switch (source.progress) {
    case fiber::Progress::not_started:
      return "not started";
    case fiber::Progress::suspended:
      return "suspended";
    case fiber::Progress::running:
      return "running";
    case fiber::Progress::waiting:
      return vfs::for_read.name;
    case fiber::Progress::finished:
      return "finished";
  }
  return "unknown";
}

Stepper::Stepper(vfs::FileSystem& files, std::span<const FileEntry> entries, Options options)
    : state_(std::make_shared<State>(files, entries, std::move(options))) {}

Stepper::~Stepper() {
  state_->tell_nobody();
  close();
}

void Stepper::next(std::size_t count, Deliver deliver) {
  state_->demand({.left = count, .deliver = std::move(deliver)});
}

void Stepper::play(double lines_per_second) { state_->play(lines_per_second); }

void Stepper::pause() { state_->pause(); }

bool Stepper::is_playing() const { return state_->lines_per_second > 0; }

double Stepper::lines_per_second() const { return state_->lines_per_second; }

void Stepper::restart() {
  auto fresh = std::make_shared<State>(state_->files, state_->entries, state_->options);
  state_->tell_nobody();
  state_->close();
  state_ = std::move(fresh);
  state_->changed();
}

void Stepper::close() { state_->close(); }

StepperPhase Stepper::phase() const { return state_->phase(); }

std::string Stepper::state_text() const {
  switch (state_->phase()) {
    case StepperPhase::not_started:
      return "not started";
    case StepperPhase::suspended: {
      const SteppedLine* last = state_->last();
      if (last == nullptr) return "not started";
      return lab::format("suspended at line {} of {}", last->number, last->name);
    }
    case StepperPhase::stepping:
      return "waiting for a read";
    case StepperPhase::finished:
      return state_->end_text();
    case StepperPhase::closed:
      return "closed";
  }
  return "";
}

std::vector<StepSource> Stepper::sources() const { return state_->describe_sources(); }

const std::deque<SteppedLine>& Stepper::recent() const { return state_->recent; }

const std::optional<SteppedLine>& Stepper::header() const { return state_->header; }

std::size_t Stepper::columns() const { return state_->columns; }

StepUnit Stepper::unit() const { return state_->options.unit; }

std::uint64_t Stepper::yielded() const { return state_->yielded; }

}  // namespace weft::lab
