#include "lab/mode.hpp"

namespace weft::lab {

std::string_view name_of(Mode mode) {
  switch (mode) {
    case Mode::sync:
      return "sync";
    case Mode::async:
      return "async";
    case Mode::workers:
      return "workers";
  }
  return "unknown";
}

std::string_view title_of(Mode mode) {
  switch (mode) {
    case Mode::sync:
      return "Sync";
    case Mode::async:
      return "Async";
    case Mode::workers:
      return "Workers";
  }
  return "Unknown";
}

}  // namespace weft::lab
