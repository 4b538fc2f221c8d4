#include "lab/trace_format.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

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
    for (const Span& stay : stays_.all()) add_stay(stay);
    add_calls();
    add_names();
    return lab::format(R"({{"traceEvents":[{}],"displayTimeUnit":"ms","otherData":{{"mode":"{}"}}}})",
                       events_, name_of(report_.mode()));
  }

 private:
  void add(std::string_view fields) {
    events_ += events_.empty() ? "\n{\"pid\":1," : ",\n{\"pid\":1,";
    events_ += fields;
    events_ += '}';
  }

  // The format counts in microseconds.
  std::string time(double ms) const {
    return fixed((std::clamp(ms, start_ms_, end_ms_) - start_ms_) * 1000, 3);
  }

  void add_stay(const Span& stay) {
    if (stay.end_ms <= start_ms_ || stay.start_ms >= end_ms_) return;
    fibers_.insert(stay.fiber);
    const std::uint64_t track = track_of(stay.fiber);
    add(lab::format(R"("ph":"B","cat":"fiber","name":{},"tid":{},"ts":{})",
                    json_string(fiber::name_of(stay.state)), track, time(stay.start_ms)));
    add(lab::format(R"("ph":"E","tid":{},"ts":{})", track, time(stay.end_ms)));
    add_cause(stay);
  }

  void add_cause(const Span& stay) {
    const CallRecord* call = timeline_.calls().find(stay.cause.call);
    if (stay.start_ms < start_ms_ || (call == nullptr && !is_given_by_another(stay))) return;
    const std::uint64_t from = call != nullptr ? call_track_of(call->fiber) : track_of(stay.cause.by);
    const auto add_end = [&](std::string_view phase, std::uint64_t track) {
      add(lab::format(R"("ph":"{}","bp":"e","cat":"cause","name":"cause","id":{},"tid":{},"ts":{})", phase,
                      stay.cause.order, track, time(stay.start_ms)));
    };
    add_end("s", from);
    add_end("f", track_of(stay.fiber));
  }

  void add_calls() {
    std::map<double, int> changes;
    const CallHistory& calls = timeline_.calls();
    for (std::uint64_t number = calls.first(); number <= calls.last(); ++number) {
      const CallRecord& call = *calls.find(number);
      if (call.start_ms < start_ms_ || call.start_ms > end_ms_) continue;
      add_call(call);
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

  void add_call(const CallRecord& call) {
    calling_.insert(call.fiber);
    const std::string_view verb = vfs::name_of(call.verb);
    const double end_ms = std::min(call.end_ms, end_ms_);
    add(lab::format(R"("ph":"X","cat":"{}","name":"{}","tid":{},"ts":{},"dur":{},)"
                    R"("args":{{"path":{},"offset":{},"bytes":{},"got":{},"error":{}}})",
                    verb, verb, call_track_of(call.fiber), time(call.start_ms),
                    fixed((end_ms - call.start_ms) * 1000, 3), json_string(call.path), call.offset,
                    call.bytes, call.got, call.error));
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
  std::string events_;
  std::set<fiber::FiberId> fibers_;
  std::set<fiber::FiberId> calling_;
};

}  // namespace

std::string to_trace(const Timeline& timeline, const RunReport& report, double now_ms) {
  return TraceWriter(timeline, report, now_ms).write();
}

}  // namespace weft::lab
