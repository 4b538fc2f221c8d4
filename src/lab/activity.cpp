#include "lab/activity.hpp"

namespace weft::lab {

std::string_view name_of(Activity activity) {
  switch (activity) {
    case Activity::none:
      return "nothing";
    case Activity::running:
      return "run";
    case Activity::comparing:
      return "comparison";
    case Activity::writing_samples:
      return "samples";
    case Activity::writing_summary:
      return "summary";
    case Activity::lesson:
      return "lesson";
    case Activity::exercise:
      return "exercise";
  }
  return "";
}

std::string_view to_message(Activity activity) {
  switch (activity) {
    case Activity::none:
      return "Nothing is under way";
    case Activity::running:
      return "A run is under way";
    case Activity::comparing:
      return "A comparison is under way";
    case Activity::writing_samples:
      return "Sample files are being written";
    case Activity::writing_summary:
      return "The summary is being written";
    case Activity::lesson:
      return "The lesson is under way";
    case Activity::exercise:
      return "An exercise is under way";
  }
  return "";
}

}  // namespace weft::lab
