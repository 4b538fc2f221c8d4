#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>

#include "lab/stay_index.hpp"
#include "lab/timeline.hpp"

namespace weft::lab {

struct RunReport;

/// Tells a person why fibers did what they did.
class Story {
 public:
  /// All of it outlives this. `stays` are of the timeline.
  Story(const Timeline& timeline, const StayIndex& stays, const RunReport& report)
      : timeline_(timeline), stays_(stays), report_(report) {}

  /// The fiber's name, or that of its file; "fiber 12" where both are forgotten.
  std::string name_of(fiber::FiberId fiber) const;

  /// What a fiber did or waited for, for how long, and what let it go on: "b.txt waited 57 ms for its turn:
  /// all 8 were taken. a.txt let go after its read of 1.4 kB." `for_ms` may be of a part of the stay.
  std::string of(const Span& stay, double for_ms) const;
  std::string of(const Span& stay) const { return of(stay, stay.end_ms - stay.start_ms); }

 private:
  std::string deed_of(const Span& stay, const std::string& ms) const;
  std::string wait_for_call(const Span& stay, const std::string& ms) const;
  std::string blocking_call_in(const Span& stay) const;
  std::string wait_for_turn(const Span& stay, const std::string& ms) const;
  std::string wait_for_thread(const Span& stay, const std::string& ms) const;
  std::string reason_to_be_ready(const Span& stay) const;
  std::string others_during(const Span& stay) const;
  const CallRecord* call_that_ended(const Span& wait) const;
  std::string giver_of(const Span& wait) const;

  const Timeline& timeline_;
  const StayIndex& stays_;
  const RunReport& report_;
  /// Places of the rows by their fibers; made when the first name is needed that the timeline has forgotten.
  mutable std::unordered_map<fiber::FiberId, std::size_t> rows_;
};

/// "read of 1.4 kB", "open".
std::string text_of(const CallRecord& call);

}  // namespace weft::lab
