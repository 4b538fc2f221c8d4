#include "lab/fiber_tree.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "lab/format.hpp"

namespace weft::lab {
namespace {

/// Places in the list of lanes, by the fiber that made theirs.
using Children = std::unordered_map<fiber::FiberId, std::vector<std::uint32_t>>;

std::string line_of(const Lane& lane, double now_ms) {
  std::string line = lane.name;
  // Names of files may hold any character.
  std::ranges::replace(line, '\n', ' ');
  line += lab::format(": {}", fiber::name_of(lane.state));
  if (lane.state != fiber::State::done) line += ", for " + duration(now_ms - lane.since_ms);
  return line + '\n';
}

class TreeWriter {
 public:
  TreeWriter(const Timeline& timeline, double now_ms) : lanes_(timeline.lanes()), now_ms_(now_ms) {
    for (std::uint32_t place = 0; place < lanes_.size(); ++place) {
      const fiber::FiberId maker = lanes_[place]->maker;
      children_[timeline.lane(maker) != nullptr ? maker : 0].push_back(place);
    }
  }

  // A fiber has a greater number than the one that made it, so there is no circle.
  void write(fiber::FiberId maker, std::size_t depth, std::string& text) const {
    const auto found = children_.find(maker);
    if (found == children_.end()) return;
    for (const std::uint32_t place : found->second) {
      text += std::string(2 * depth, ' ') + line_of(*lanes_[place], now_ms_);
      write(lanes_[place]->fiber, depth + 1, text);
    }
  }

 private:
  std::vector<const Lane*> lanes_;
  double now_ms_;
  Children children_;
};

}  // namespace

std::string fiber_tree(const Timeline& timeline, double now_ms) {
  std::string text;
  TreeWriter(timeline, now_ms).write(0, 0, text);
  return text;
}

}  // namespace weft::lab
