#pragma once

#include "ui/window/drawn_frame.hpp"

struct ImDrawData;
struct ImDrawList;
struct ImTextureData;

namespace weft::ui {

/// Draws what Dear ImGui has made, with WebGL 2, into the canvas that is current.
///
/// It never asks the graphics for its state, as Dear ImGui's own backend does: in a browser every such
/// question waits until all that was drawn before is finished, which without a graphics card takes hundreds
/// of milliseconds.
class Renderer {
 public:
  /// Once the context is there, and again when the browser has given it back after a loss: then nothing of
  /// the old one exists any more.
  void create();

  /// `background` is a colour of Dear ImGui's. What looks like the last frame is on the canvas already, and
  /// is not drawn again.
  void draw(const ImDrawData& data, unsigned background);

  /// When the browser has emptied the canvas.
  void forget_frame() { drawn_.forget(); }

  /// While the context still exists.
  void destroy();

 private:
  void set_up(const ImDrawData& data) const;
  void draw_list(const ImDrawList& list, float height) const;
  bool update_textures(const ImDrawData& data) const;
  void update_texture(ImTextureData& texture) const;

  unsigned program_ = 0;
  unsigned vertex_array_ = 0;
  unsigned vertices_ = 0;
  unsigned indices_ = 0;
  int scale_ = -1;
  int white_ = -1;
  DrawnFrame drawn_;
};

}  // namespace weft::ui
