#include "lab/stepper_state.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "lab/breather.hpp"
#include "lab/format.hpp"
#include "lab/step_lines.hpp"
#include "text/utf8.hpp"

namespace weft::lab {
namespace {

constexpr std::size_t longest_kept_text = 4096;
constexpr std::size_t longest_kept_field = 256;
constexpr std::size_t most_kept_fields = 100;
constexpr double shortest_tick_ms = 16;

// What a line takes in an answer: of a row with many fields these are more than their texts.
std::size_t bytes_in_answer(const SteppedLine& line) {
  std::size_t bytes = sizeof(line) + line.text.size();
  for (const std::string& field : line.fields) bytes += sizeof(std::string) + field.size();
  return bytes;
}

SteppedLine shortened(const SteppedLine& line) {
  SteppedLine kept{.source = line.source,
                   .path = line.path,
                   .name = line.name,
                   .number = line.number,
                   .offset = line.offset,
                   .length = line.length,
                   .text = text::to_display(line.text, longest_kept_text),
                   .trouble = line.trouble,
                   .is_header = line.is_header};
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
    sources_[i].info.csv = entries[i].csv;
  }
}

void Stepper::State::demand(Demand demand) {
  if (is_finished_ || is_closed_) {
    if (demand.deliver) demand.deliver(Lines());
    return;
  }
  demands_.push_back(std::move(demand));
  wanted_.set();
  if (fiber_ == 0) {
    if (options.on_begin) options.on_begin();
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
  // Nobody to be told: the files show it.
  if (!demand.deliver) untold_.reset();
  while (demand.left > 0 && !untold_ && demand.bytes < most_answer_bytes) {
    SteppedLine* line = next_line();
    if (line == nullptr) break;
    const bool is_on_top = line->is_header && !demand.deliver;
    if (!is_on_top) --demand.left;
    remember(*line);
    if (demand.deliver) {
      demand.bytes += bytes_in_answer(*line);
      demand.lines.push_back(std::move(*line));
    }
    breather.breathe();
  }
  if (is_closed_) return;
  const bool is_over = demand.left > 0 && !untold_ && demand.bytes < most_answer_bytes;
  if (!is_over) answer_first_demand();
  is_finished_ = is_over || (!untold_ && is_exhausted());
  changed();
}

void Stepper::State::answer_first_demand() {
  Demand demand = std::move(demands_.front());
  demands_.pop_front();
  if (!demand.deliver) return;
  const bool is_told = untold_ && demand.left > 0 && demand.lines.empty();
  demand.deliver(is_told ? vfs::Result<Lines>(std::unexpected(*std::exchange(untold_, std::nullopt)))
                         : std::move(demand.lines));
}

void Stepper::State::remember(const SteppedLine& line) {
  ++yielded;
  sources_[line.source].info.line = line.number;
  if (yielded == 1) columns = line.fields.size();
  if (line.is_header) {
    header = shortened(line);
  } else {
    if (recent.size() >= std::max<std::size_t>(1, options.history)) recent.pop_front();
    recent.push_back(shortened(line));
  }
  if (options.on_line) options.on_line(line);
  changed();
}

// Null at the end of all sources, when the stepper was closed meanwhile, and where there is a failure to
// tell.
SteppedLine* Stepper::State::next_line() {
  while (!is_closed_ && !untold_ && !is_exhausted()) {
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

// Every file has ended, and none is left to join.
bool Stepper::State::is_exhausted() {
  while (rotation_.size() < options.max_open && next_to_join_ < sources_.size())
    rotation_.push_back(next_to_join_++);
  return rotation_.empty();
}

fiber::Generator<SteppedLine> Stepper::State::make_generator(std::size_t index) {
  StepSource& info = sources_[index].info;
  const bool is_of_rows = options.unit == StepUnit::rows;
  return {(is_of_rows ? "rows of " : "lines of ") + info.name,
          [this, index, is_of_rows, &info](fiber::Generator<SteppedLine>::Yield& yield) {
            const vfs::Result<void> ended = is_of_rows ? step_rows(files, info, index, options, yield)
                                                       : step_lines(files, info, index, options, yield);
            if (!ended && !is_closed_) info.error = ended.error();
          }};
}

void Stepper::State::end_source(Source& source) {
  if (!source.generator) return;
  source.generator.reset();
  source.info.progress = fiber::Progress::finished;
  if (source.info.error) report_failure(source.info);
}

void Stepper::State::report_failure(const StepSource& source) {
  if (!demands_.empty() && demands_.front().deliver) untold_ = source.error;
  if (options.on_failure) options.on_failure(source);
  changed();
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
  if (demands_.empty()) demand({.left = static_cast<std::size_t>(lines), .deliver = {}});
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

std::string Stepper::State::end_text() const {
  const auto failed = static_cast<std::size_t>(
      std::ranges::count_if(sources_, [](const Source& source) { return source.info.error.has_value(); }));
  if (failed == 0) return "finished";
  if (sources_.size() == 1) return "failed";
  return lab::format("finished, but {} of {} files failed", failed, sources_.size());
}

void Stepper::State::changed() const {
  if (options.on_change) options.on_change();
}

void Stepper::State::tell_nobody() {
  options.on_begin = {};
  options.on_line = {};
  options.on_failure = {};
  options.on_change = {};
}

}  // namespace weft::lab
