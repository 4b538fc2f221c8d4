#include "lab/trace_format.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lab/escape.hpp"
#include "lab/format.hpp"
#include "lab/run.hpp"
#include "lab/settings.hpp"
#include "lab/story.hpp"
#include "lab/timeline.hpp"

namespace weft::lab {
namespace {

// A fiber has two tracks, which are "threads" of the format.
std::uint64_t track_of(fiber::FiberId fiber) { return 2 * fiber; }
std::uint64_t call_track_of(fiber::FiberId fiber) { return 2 * fiber + 1; }

class TraceWriter {
 public:
  TraceWriter(const Timeline& timeline, const RunReport& report, double now_ms)
      : timeline_(timeline),
        report_(report),
        stays_(timeline, now_ms),
        start_ms_(timeline.start_ms()),
        end_ms_(timeline.end_ms(now_ms)) {}

  std::string write() {
    add(lab::format(R"("ph":"M","name":"process_name","args":{{"name":{}}})",
                    json_string(lab::format("Weft: {} run", name_of(report_.mode())))));
    find_arrows();
    for (const Span& stay : stays_.all())
      if (is_shown(stay)) add_stay(stay);
    add_calls();
    add_names();
    events_ += lab::format("],\"displayTimeUnit\":\"ms\",\"otherData\":{{\"mode\":\"{}\"}}}}",
                           name_of(report_.mode()));
    return std::move(events_);
  }

 private:
  void add(std::string_view fields) {
    events_ += has_events_ ? ",\n{\"pid\":1," : "\n{\"pid\":1,";
    events_ += fields;
    events_ += '}';
    has_events_ = true;
  }

  // The format counts in microseconds.
  std::string time(double ms) const {
    return fixed((std::clamp(ms, start_ms_, end_ms_) - start_ms_) * 1000, 3);
  }

  bool is_shown(const Span& stay) const { return stay.end_ms > start_ms_ && stay.start_ms < end_ms_; }
  bool is_shown(const CallRecord& call) const {
    return call.start_ms >= start_ms_ && call.start_ms <= end_ms_;
  }

  // An arrow goes from what is shown to what is shown. Each has one source: a call, or another fiber's stay.
  const CallRecord* call_behind(const Span& stay) const {
    const CallRecord* call = timeline_.calls().find(stay.cause.call);
    return stay.start_ms >= start_ms_ && call != nullptr && is_shown(*call) ? call : nullptr;
  }
  const Span* stay_behind(const Span& stay) const {
    if (stay.start_ms < start_ms_ || !is_given_by_another(stay)) return nullptr;
    const Span* giver = stays_.at(stay.cause.by, stay.cause.order);
    return giver != nullptr && is_shown(*giver) ? giver : nullptr;
  }

  void find_arrows() {
    for (std::uint32_t place = 0; place < stays_.all().size(); ++place) {
      const Span& stay = stays_.all()[place];
      if (!is_shown(stay)) continue;
      if (call_behind(stay) != nullptr) from_calls_[stay.cause.call].push_back(place);
      if (const Span* giver = stay_behind(stay)) from_stays_[giver->cause.order].push_back(place);
    }
  }

  // An arrow's ends have to be within what they belong to: after its beginning, before its end.
  void add_stay(const Span& stay) {
    fibers_.insert(stay.fiber);
    const std::uint64_t track = track_of(stay.fiber);
    add(lab::format(R"("ph":"B","cat":"fiber","name":{},"tid":{},"ts":{})",
                    json_string(fiber::name_of(stay.state)), track, time(stay.start_ms)));
    if (call_behind(stay) != nullptr || stay_behind(stay) != nullptr)
      add_arrow_end("f", stay, track, stay.start_ms);
    if (const auto found = from_stays_.find(stay.cause.order); found != from_stays_.end())
      for (const std::uint32_t place : found->second)
        add_arrow_end("s", stays_.all()[place], track, stays_.all()[place].start_ms);
    add(lab::format(R"("ph":"E","tid":{},"ts":{})", track, time(stay.end_ms)));
  }

  void add_arrow_end(std::string_view phase, const Span& effect, std::uint64_t track, double ms) {
    add(lab::format(R"("ph":"{}","bp":"e","cat":"cause","name":"cause","id":{},"tid":{},"ts":{})", phase,
                    effect.cause.order, track, time(ms)));
  }

  void add_calls() {
    std::map<double, int> changes;
    const CallHistory& calls = timeline_.calls();
    for (std::uint64_t number = calls.first(); number <= calls.last(); ++number) {
      const CallRecord& call = *calls.find(number);
      if (!is_shown(call)) continue;
      add_call(number, call);
      if (call.verb != vfs::Verb::read) continue;
      ++changes[call.start_ms];
      --changes[std::min(call.end_ms, end_ms_)];
    }
    int in_flight = 0;
    for (const auto& [ms, change] : changes) {
      in_flight += change;
      add(lab::format(R"("ph":"C","name":"reads in flight","ts":{},"args":{{"reads":{}}})", time(ms),
                      in_flight));
    }
  }

  void add_call(std::uint64_t number, const CallRecord& call) {
    calling_.insert(call.fiber);
    const std::string_view verb = vfs::name_of(call.verb);
    const std::uint64_t track = call_track_of(call.fiber);
    const double end_ms = std::min(call.end_ms, end_ms_);
    add(lab::format(R"("ph":"X","cat":"{}","name":"{}","tid":{},"ts":{},"dur":{},)"
                    R"("args":{{"path":{},"offset":{},"bytes":{},"got":{},"error":{}}})",
                    verb, verb, track, time(call.start_ms), fixed((end_ms - call.start_ms) * 1000, 3),
                    json_string(call.path), call.offset, call.bytes, call.got, call.error));
    if (const auto found = from_calls_.find(number); found != from_calls_.end())
      for (const std::uint32_t place : found->second)
        add_arrow_end("s", stays_.all()[place], track, last_within(call, end_ms));
  }

  // What begins when something ends is after it, so its arrow leaves a little before.
  static double last_within(const CallRecord& call, double end_ms) {
    constexpr double a_little_ms = 0.001;
    return std::max(call.start_ms, end_ms - a_little_ms);
  }

  void add_names() {
    const Story story(timeline_, stays_, report_);
    const auto add_name = [&](std::uint64_t track, const std::string& name) {
      add(lab::format(R"("ph":"M","name":"thread_name","tid":{},"args":{{"name":{}}})", track,
                      json_string(name)));
      add(lab::format(R"("ph":"M","name":"thread_sort_index","tid":{},"args":{{"sort_index":{}}})", track,
                      track));
    };
    for (const fiber::FiberId fiber : fibers_) add_name(track_of(fiber), story.name_of(fiber));
    for (const fiber::FiberId fiber : calling_)
      add_name(call_track_of(fiber), story.name_of(fiber) + ", its reads");
  }

  const Timeline& timeline_;
  const RunReport& report_;
  StayIndex stays_;
  double start_ms_;
  double end_ms_;
  std::string events_ = "{\"traceEvents\":[";
  bool has_events_ = false;
  // Where the stays are that arrows go to: by the numbers of calls, and by those of the stays they come from.
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> from_calls_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> from_stays_;
  std::set<fiber::FiberId> fibers_;
  std::set<fiber::FiberId> calling_;
};

}  // namespace

std::string to_trace(const Timeline& timeline, const RunReport& report, double now_ms) {
  return TraceWriter(timeline, report, now_ms).write();
}

}  // namespace weft::lab
