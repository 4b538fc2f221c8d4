// The widgets that are on the screen, for tests that click what a person clicks; and the fonts they are
// written in.

#include <emscripten/bind.h>

#include "imgui.h"
#include "ui/kit/widget_registry.hpp"

namespace weft::program {
namespace {

using emscripten::val;

val to_val(const ui::Widget& widget) {
  val object = val::object();
  object.set("id", widget.id);
  object.set("role", std::string(ui::name_of(widget.role)));
  object.set("label", widget.label);
  object.set("x", widget.place.x);
  object.set("y", widget.place.y);
  object.set("width", widget.place.width);
  object.set("height", widget.place.height);
  object.set("value", widget.value);
  object.set("checked", widget.is_checked);
  object.set("disabled", widget.is_disabled);
  object.set("focused", widget.is_focused);
  return object;
}

val widgets() {
  val array = val::array();
  for (const ui::Widget& widget : ui::WidgetRegistry::get().widgets())
    array.call<void>("push", to_val(widget));
  return array;
}

int frames_drawn() { return ImGui::GetFrameCount(); }

}  // namespace
}  // namespace weft::program

EMSCRIPTEN_BINDINGS(weft_widgets) {
  emscripten::function("widgets", &weft::program::widgets);
  emscripten::function("framesDrawn", &weft::program::frames_drawn);
}
