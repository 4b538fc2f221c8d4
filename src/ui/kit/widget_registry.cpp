#include "ui/kit/widget_registry.hpp"

#include <algorithm>
#include <cstdarg>

#include "imgui.h"
#include "imgui_internal.h"

namespace weft::ui {
namespace {

Role role_from(int flags) {
  if ((flags & ImGuiItemStatusFlags_Checkable) != 0) return Role::checkbox;
  if ((flags & ImGuiItemStatusFlags_Inputable) != 0) return Role::slider;
  return Role::button;
}

/// Icons are three bytes of UTF-8 that begin with EE; see icons.hpp.
bool begins_with_icon(std::string_view text) { return text.size() >= 3 && text[0] == '\xEE'; }

}  // namespace

std::string_view name_of(Role role) {
  switch (role) {
    case Role::button:
      return "button";
    case Role::checkbox:
      return "checkbox";
    case Role::radio:
      return "radio";
    case Role::slider:
      return "slider";
    case Role::tab:
      return "tab";
    case Role::row:
      return "row";
    case Role::column_header:
      return "columnheader";
    case Role::text_box:
      return "textbox";
    case Role::text:
      return "text";
    case Role::status:
      return "status";
    case Role::progress:
      return "progressbar";
    case Role::image:
      return "img";
    case Role::region:
      return "region";
  }
  return "generic";
}

std::string_view spoken(std::string_view label) {
  label = label.substr(0, label.find("##"));
  while (begins_with_icon(label)) label.remove_prefix(3);
  while (label.starts_with(' ')) label.remove_prefix(1);
  while (label.ends_with(' ')) label.remove_suffix(1);
  return label;
}

WidgetRegistry& WidgetRegistry::get() {
  static WidgetRegistry registry;
  return registry;
}

void WidgetRegistry::begin_frame(float scale) {
  scale_ = scale;
  drawing_.clear();
  ImGui::GetCurrentContext()->TestEngineHookItems = true;
}

void WidgetRegistry::end_frame() {
  std::erase_if(drawing_, [](const Widget& widget) { return widget.label.empty(); });
  shown_.swap(drawing_);
}

Widget* WidgetRegistry::append(unsigned id, float left, float top, float right, float bottom) {
  const ImGuiWindow& window = *ImGui::GetCurrentWindowRead();
  // A window that measures itself, before it is shown where it belongs.
  if (window.Hidden) return nullptr;
  const ImRect& clip = window.ClipRect;
  left = std::max(left, clip.Min.x);
  top = std::max(top, clip.Min.y);
  right = std::min(right, clip.Max.x);
  bottom = std::min(bottom, clip.Max.y);
  if (right <= left || bottom <= top) return nullptr;
  Widget& widget = drawing_.emplace_back();
  widget.id = id;
  widget.place = {left / scale_, top / scale_, (right - left) / scale_, (bottom - top) / scale_};
  return &widget;
}

Widget* WidgetRegistry::find(unsigned id) {
  const auto newest = std::ranges::find(drawing_.rbegin(), drawing_.rend(), id, &Widget::id);
  return newest == drawing_.rend() ? nullptr : &*newest;
}

void WidgetRegistry::add(unsigned id, float left, float top, float right, float bottom, bool is_disabled) {
  if (id == 0) return;
  Widget* widget = append(id, left, top, right, bottom);
  if (widget == nullptr) return;
  widget->is_disabled = is_disabled;
  const ImGuiContext& context = *ImGui::GetCurrentContext();
  widget->is_focused = context.NavId == id && context.NavCursorVisible;
}

void WidgetRegistry::label(unsigned id, const char* label, int status_flags) {
  Widget* widget = drawing_.empty() || drawing_.back().id != id ? find(id) : &drawing_.back();
  if (widget == nullptr || id == 0) return;
  widget->label = spoken(label);
  widget->role = role_from(status_flags);
  widget->is_checked = (status_flags & ImGuiItemStatusFlags_Checked) != 0;
}

bool WidgetRegistry::is_at(Role role, float x, float y) const {
  return std::ranges::any_of(shown_, [&](const Widget& widget) {
    const Place& place = widget.place;
    return widget.role == role && x >= place.x && x < place.x + place.width && y >= place.y &&
           y < place.y + place.height;
  });
}

void WidgetRegistry::describe(Role role, std::string_view label, WidgetDetails details) {
  const ImGuiLastItemData& item = ImGui::GetCurrentContext()->LastItemData;
  Widget* widget = item.ID != 0 ? find(item.ID) : nullptr;
  if (widget == nullptr)
    widget = append(item.ID, item.Rect.Min.x, item.Rect.Min.y, item.Rect.Max.x, item.Rect.Max.y);
  if (widget == nullptr) return;
  widget->role = role;
  if (!label.empty()) widget->label = spoken(label);
  widget->value = details.value;
  widget->is_checked = details.is_checked;
}

}  // namespace weft::ui

void ImGuiTestEngineHook_ItemAdd(ImGuiContext*, ImGuiID id, const ImRect& box,
                                 const ImGuiLastItemData* item) {
  // Windows, scroll bars and borders come without data of their own.
  if (item == nullptr) return;
  const bool is_disabled = (item->ItemFlags & ImGuiItemFlags_Disabled) != 0;
  weft::ui::WidgetRegistry::get().add(id, box.Min.x, box.Min.y, box.Max.x, box.Max.y, is_disabled);
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID id, const char* label, ImGuiItemStatusFlags flags) {
  weft::ui::WidgetRegistry::get().label(id, label, flags);
}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
