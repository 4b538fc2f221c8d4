#include "lab/lesson.hpp"

namespace weft::lab {

std::string_view to_words(LessonStep step) {
  switch (step) {
    case LessonStep::idle:
      return "The lesson has not been run yet";
    case LessonStep::samples:
      return "Writing the sample files";
    case LessonStep::sync_run:
      return "Reading them one after another";
    case LessonStep::async_run:
      return "Reading them on fibers";
    case LessonStep::generator_demo:
      return "Stepping through their lines";
    case LessonStep::finished:
      return "The lesson is over";
    case LessonStep::failed:
      return "The lesson could not go on";
    case LessonStep::cancelled:
      return "The lesson was cancelled";
  }
  return "";
}

}  // namespace weft::lab
