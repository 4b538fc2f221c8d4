#include "lab/stepper_state.hpp"

#include <algorithm>
#include <cmath>

#include "lab/breather.hpp"
#include "lab/step_lines.hpp"
#include "text/utf8.hpp"

namespace weft::lab {
namespace {

constexpr std::size_t longest_kept_text = 4096;
constexpr std::size_t longest_kept_field = 256;
constexpr std::size_t most_kept_fields = 100;
constexpr double shortest_tick_ms = 16;

SteppedLine shortened(const SteppedLine& line) {
  SteppedLine kept{.source = line.source,
                   .path = line.path,
                   .name = line.name,
                   .number = line.number,
                   .offset = line.offset,
                   .text = text::to_display(line.text, longest_kept_text),
                   .trouble = line.trouble};
  for (const std::string& field : line.fields) {
    if (kept.fields.size() == most_kept_fields) break;
    kept.fields.push_back(text::to_display(field, longest_kept_field));
  }
  return kept;
}

}  // namespace

Stepper::State::State(vfs::FileSystem& file_system, std::span<const FileEntry> over, Options how)
    : files(file_system), entries(over.begin(), over.end()), options(std::move(how)) {
  options.max_open = std::max<std::size_t>(1, options.max_open);
  sources_.resize(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    sources_[i].info.path = entries[i].path;
    sources_[i].info.name = entries[i].name;
  }
}

void Stepper::State::demand(Demand demand) {
  if (is_finished_ || is_closed_) {
    if (demand.deliver) demand.deliver({});
    return;
  }
  demands_.push_back(std::move(demand));
  wanted_.set();
  if (fiber_ == 0) {
    fiber_ = fiber::Scheduler::get().spawn("line stepper", [self = shared_from_this()] { self->run(); });
  }
  changed();
}

void Stepper::State::run() {
  while (!is_closed_ && !is_finished_) {
    if (demands_.empty()) {
      (void)wanted_.wait();
      wanted_.reset();
    } else {
      serve(demands_.front());
    }
  }
  for (Source& source : sources_) end_source(source);
  rotation_.clear();
  lines_per_second = 0;
  fiber_ = 0;
  while (!demands_.empty()) answer_first_demand();
  changed();
}

void Stepper::State::serve(Demand& demand) {
  Breather breather;
  while (demand.left > 0) {
    SteppedLine* line = next_line();
    if (line == nullptr) {
      is_finished_ = !is_closed_;
      return;
    }
    --demand.left;
    remember(*line);
    if (demand.deliver) demand.lines.push_back(std::move(*line));
    breather.breathe();
  }
  answer_first_demand();
  changed();
}

void Stepper::State::answer_first_demand() {
  Demand demand = std::move(demands_.front());
  demands_.pop_front();
  if (demand.deliver) demand.deliver(std::move(demand.lines));
}

void Stepper::State::remember(const SteppedLine& line) {
  ++yielded;
  sources_[line.source].info.line = line.number;
  if (options.unit == StepUnit::rows && !header) {
    header = shortened(line);
  } else {
    if (recent.size() >= std::max<std::size_t>(1, options.history)) recent.pop_front();
    recent.push_back(shortened(line));
  }
  if (options.on_line) options.on_line(line);
  changed();
}

// Null at the end of all sources, and when the stepper was closed meanwhile.
SteppedLine* Stepper::State::next_line() {
  while (!is_closed_) {
    fill_rotation();
    if (rotation_.empty()) return nullptr;
    const std::size_t index = rotation_.front();
    rotation_.pop_front();
    Source& source = sources_[index];
    if (!source.generator) source.generator.emplace(make_generator(index));
    if (SteppedLine* line = source.generator->next()) {
      rotation_.push_back(index);
      return line;
    }
    end_source(source);
  }
  return nullptr;
}

void Stepper::State::fill_rotation() {
  while (rotation_.size() < options.max_open && next_to_join_ < sources_.size())
    rotation_.push_back(next_to_join_++);
}

fiber::Generator<SteppedLine> Stepper::State::make_generator(std::size_t index) {
  StepSource& info = sources_[index].info;
  const bool is_of_rows = options.unit == StepUnit::rows;
  return {(is_of_rows ? "rows of " : "lines of ") + info.name,
          [this, index, is_of_rows, &info](fiber::Generator<SteppedLine>::Yield& yield) {
            const vfs::Result<void> ended = is_of_rows
                                                ? step_rows(files, info, index, options.chunk_bytes, yield)
                                                : step_lines(files, info, index, options.chunk_bytes, yield);
            if (!ended && !is_closed_) info.error = ended.error();
          }};
}

void Stepper::State::end_source(Source& source) {
  if (!source.generator) return;
  source.generator.reset();
  source.info.progress = fiber::Progress::finished;
}

void Stepper::State::play(double rate) {
  pause();
  if (is_finished_ || is_closed_ || !(rate > 0)) return;
  lines_per_second = rate;
  tick(++play_);
}

void Stepper::State::pause() {
  lines_per_second = 0;
  ++play_;
  changed();
}

// While reads are slower than the player, it does not ask for more than one tick's lines at a time.
void Stepper::State::tick(std::uint64_t play) {
  if (play != play_ || is_finished_ || is_closed_) return;
  const double interval_ms = std::max(shortest_tick_ms, 1000 / lines_per_second);
  const double lines = std::max(1.0, std::round(lines_per_second * interval_ms / 1000));
  if (demands_.empty()) demand({.left = static_cast<std::size_t>(lines), .lines = {}, .deliver = {}});
  fiber::Scheduler& scheduler = fiber::Scheduler::get();
  scheduler.call_at(scheduler.now_ms() + interval_ms, [weak = weak_from_this(), play] {
    if (const auto self = weak.lock()) self->tick(play);
  });
}

void Stepper::State::close() {
  if (is_closed_) return;
  is_closed_ = true;
  pause();
  if (fiber_ != 0) fiber::Scheduler::get().cancel(fiber_);
}

const SteppedLine* Stepper::State::last() const {
  if (!recent.empty()) return &recent.back();
  return header ? &*header : nullptr;
}

StepperPhase Stepper::State::phase() const {
  if (is_closed_) return StepperPhase::closed;
  if (is_finished_) return StepperPhase::finished;
  if (!demands_.empty()) return StepperPhase::stepping;
  return yielded == 0 ? StepperPhase::not_started : StepperPhase::suspended;
}

std::vector<StepSource> Stepper::State::describe_sources() const {
  std::vector<StepSource> described;
  described.reserve(sources_.size());
  for (const Source& source : sources_) {
    described.push_back(source.info);
    if (!source.generator) continue;
    described.back().progress = source.generator->progress();
    if (described.back().progress != fiber::Progress::finished)
      described.back().fiber = source.generator->fiber();
  }
  return described;
}

void Stepper::State::changed() const {
  if (options.on_change) options.on_change();
}

}  // namespace weft::lab
