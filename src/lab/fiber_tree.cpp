#include "lab/fiber_tree.hpp"

#include <unordered_map>
#include <vector>

#include "lab/format.hpp"

namespace weft::lab {
namespace {

using Children = std::unordered_map<fiber::FiberId, std::vector<const Lane*>>;

std::string line_of(const Lane& lane, double now_ms) {
  std::string line = lab::format("{}: {}", lane.name, fiber::name_of(lane.state));
  if (lane.state != fiber::State::done) line += ", for " + duration(now_ms - lane.since_ms);
  return line + '\n';
}

void add_below(fiber::FiberId maker, std::size_t depth, const Children& children, double now_ms,
               std::string& text) {
  const auto found = children.find(maker);
  if (found == children.end()) return;
  for (const Lane* lane : found->second) {
    text += std::string(2 * depth, ' ') + line_of(*lane, now_ms);
    add_below(lane->fiber, depth + 1, children, now_ms, text);
  }
}

}  // namespace

// A fiber has a greater number than the one that made it, so there is no circle.
std::string fiber_tree(const Timeline& timeline, double now_ms) {
  Children children;
  for (const Lane* lane : timeline.lanes())
    children[timeline.lane(lane->maker) != nullptr ? lane->maker : 0].push_back(lane);
  std::string text;
  add_below(0, 0, children, now_ms, text);
  return text;
}

}  // namespace weft::lab
