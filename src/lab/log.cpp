#include "lab/log.hpp"

namespace weft::lab {

void Log::add(std::string line) {
  if (lines_.size() == capacity_) lines_.pop_front();
  lines_.push_back(std::move(line));
  ++added_;
  revision_.bump_soon();
}

void Log::clear() {
  lines_.clear();
  revision_.bump();
}

std::string Log::text() const {
  std::string text;
  for (const std::string& line : lines_) {
    text += line;
    text += '\n';
  }
  return text;
}

}  // namespace weft::lab
