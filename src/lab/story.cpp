#include "lab/story.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "lab/format.hpp"
#include "lab/run.hpp"
#include "lab/settings.hpp"
#include "reading/waits.hpp"
#include "vfs/waits.hpp"

namespace weft::lab {
namespace {

/// How long ahead a read was asked for is told from this part of the wait on.
constexpr double worth_telling = 0.1;

using fiber::State;
using Kind = fiber::Cause::Kind;

std::string end_of(const CallRecord& call) {
  if (call.error != 0) return "its " + text_of(call) + " had failed";
  return call.verb == vfs::Verb::open ? "it had been opened" : "its " + text_of(call) + " had come";
}

}  // namespace

std::string text_of(const CallRecord& call) {
  if (call.verb == vfs::Verb::open) return "open";
  return "read of " + bytes(static_cast<double>(call.bytes));
}

std::string Story::name_of(fiber::FiberId fiber) const {
  if (const Lane* lane = timeline_.lane(fiber)) return lane->name;
  if (rows_.empty())
    for (std::size_t row = 0; row < report_.rows.size(); ++row) rows_.emplace(report_.rows[row].fiber, row);
  const auto row = rows_.find(fiber);
  return row != rows_.end() ? report_.rows[row->second].name : lab::format("fiber {}", fiber);
}

std::string Story::of(const Span& stay, double for_ms) const {
  return name_of(stay.fiber) + ' ' + deed_of(stay, duration(for_ms));
}

std::string Story::deed_of(const Span& stay, const std::string& ms) const {
  if (stay.state == State::running) return "computed for " + ms + '.';
  if (stay.state == State::ready) return wait_for_thread(stay, ms);
  if (stay.state == State::waiting_on_semaphore) return wait_for_turn(stay, ms);
  if (stay.state == State::sleeping) return lab::format("slept for {}.", ms);
  if (stay.state == State(reading::for_worker))
    return lab::format("waited {} for a worker, which read and counted in its stead.", ms);
  if (stay.state == State::blocking)
    return lab::format("blocked the thread for {}{}: nobody else could go on.", ms, blocking_call_in(stay));
  if (stay.state == State(vfs::for_read)) return wait_for_call(stay, ms);
  if (stay.state == State::waiting_on_group)
    return lab::format("waited {} for the fibers of its group to end{}.", ms, giver_of(stay));
  if (stay.state == State::waiting_on_generator)
    return lab::format("waited {} for the next value of its generator{}.", ms, giver_of(stay));
  if (stay.state == State::suspended_at_yield)
    return lab::format("stood at its yield for {}, until it was asked for more{}.", ms, giver_of(stay));
  return lab::format("was {} for {}{}.", fiber::name_of(stay.state), ms, giver_of(stay));
}

std::string Story::wait_for_call(const Span& stay, const std::string& ms) const {
  const CallRecord* call = call_that_ended(stay);
  if (call == nullptr) return lab::format("waited {} for the browser.", ms);
  std::string words = call->verb == vfs::Verb::open ? lab::format("waited {} until it was opened", ms)
                                                    : lab::format("waited {} for its {}", ms, text_of(*call));
  const double ahead_ms = stay.start_ms - call->start_ms;
  if (ahead_ms > worth_telling * (stay.end_ms - stay.start_ms))
    words += lab::format(", which it had asked for {} before", duration(ahead_ms));
  return words + '.';
}

// A call begins just before the thread counts as blocked, and ends just after.
std::string Story::blocking_call_in(const Span& stay) const {
  const CallHistory& calls = timeline_.calls();
  for (std::uint64_t number = calls.last(); number >= calls.first(); --number) {
    const CallRecord& call = *calls.find(number);
    if (call.fiber == stay.fiber && call.start_ms <= stay.start_ms && call.end_ms >= stay.end_ms)
      return " with its " + text_of(call);
  }
  return {};
}

std::string Story::wait_for_turn(const Span& stay, const std::string& ms) const {
  if (stay.fiber == timeline_.runner())
    return lab::format("waited {} until fewer fibers stood in the queue.", ms);
  const auto permits = static_cast<std::uint64_t>(report_.settings->concurrency);
  std::string words = lab::format("waited {} for its turn: {} taken.", ms,
                                  permits == 1 ? "the only one was" : lab::format("all {} were", permits));
  const Span* next = stays_.after(stay);
  if (next == nullptr || !is_given_by_another(*next) || next->cause.kind == Kind::cancel) return words;
  const Span* giver = stays_.cause_of(*next);
  words += ' ' + name_of(next->cause.by) + " let go";
  // What it had waited for last is what it was done with.
  for (; giver != nullptr; giver = stays_.before(*giver)) {
    const CallRecord* call = timeline_.calls().find(giver->cause.call);
    if (call != nullptr) return words + " after its " + text_of(*call) + '.';
    if (giver->state == State(reading::for_worker)) return words + " after its worker was done.";
  }
  return words + '.';
}

std::string Story::wait_for_thread(const Span& stay, const std::string& ms) const {
  return lab::format("was ready, {}, and waited {} for the thread{}.", reason_to_be_ready(stay), ms,
                     others_during(stay));
}

std::string Story::reason_to_be_ready(const Span& stay) const {
  const CallRecord* call = timeline_.calls().find(stay.cause.call);
  switch (stay.cause.kind) {
    case Kind::operation:
      return "as " + (call != nullptr ? end_of(*call) : "what it waited for had come");
    case Kind::spawn:
      return stay.cause.by != 0 ? "as " + name_of(stay.cause.by) + " had made it" : "as it had been made";
    case Kind::cancel:
      return "as it was told to end";
    case Kind::wake:
      return stay.cause.by != 0 ? "as " + name_of(stay.cause.by) + " let it go on" : "as it was let go on";
    default:
      return "as it had let others go first";
  }
}

// Whoever had it for half of the time had it; else the page did, or several.
std::string Story::others_during(const Span& stay) const {
  double all_ms = 0;
  std::vector<std::pair<fiber::FiberId, double>> others;
  for (const Span& other : stays_.all()) {
    const double ms = std::min(other.end_ms, stay.end_ms) - std::max(other.start_ms, stay.start_ms);
    if (!has_thread(other.state) || ms <= 0 || other.fiber == stay.fiber) continue;
    auto known = std::ranges::find(others, other.fiber, &std::pair<fiber::FiberId, double>::first);
    if (known == others.end()) known = others.emplace(known, other.fiber, 0);
    known->second += ms;
    all_ms += ms;
  }
  const double half_ms = (stay.end_ms - stay.start_ms) / 2;
  if (all_ms < half_ms) return ", which the page itself had";
  for (const auto& [fiber, ms] : others)
    if (ms >= half_ms) return ", which " + name_of(fiber) + " had";
  return lab::format(", which {} had in turn", count_of(others.size(), "other fiber", "other fibers"));
}

// A wait ends as the stay after it begins.
const CallRecord* Story::call_that_ended(const Span& wait) const {
  const Span* next = stays_.after(wait);
  return next == nullptr ? nullptr : timeline_.calls().find(next->cause.call);
}

std::string Story::giver_of(const Span& wait) const {
  const Span* next = stays_.after(wait);
  if (next == nullptr || !is_given_by_another(*next) || next->cause.kind == Kind::cancel) return {};
  return lab::format("; {} {}", name_of(next->cause.by),
                     wait.state == State::waiting_on_group ? "was the last" : "let it go on");
}

}  // namespace weft::lab
