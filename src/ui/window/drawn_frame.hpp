#pragma once

#include <cstddef>
#include <vector>

struct ImDrawData;

namespace weft::ui {

/// What is on the canvas, as Dear ImGui gave it to the graphics. Input that changes nothing and a wait for a
/// tooltip make frame after frame that is the same again; without a graphics card each of them takes up to a
/// tenth of a second.
class DrawnFrame {
 public:
  /// Whether this frame may look other than the last one. The next is compared with this one.
  bool take(const ImDrawData& data, unsigned background);

  /// Whatever comes next is new.
  void forget() { drawn_.clear(); }

 private:
  std::vector<std::byte> drawn_;
  std::vector<std::byte> next_;
};

}  // namespace weft::ui
