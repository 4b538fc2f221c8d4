#include "ui/kit/theme.hpp"

#include <cmath>

#include "reading/waits.hpp"
#include "vfs/waits.hpp"

namespace weft::ui {
namespace {

constexpr ImU32 rgb(unsigned hex) {
  return IM_COL32((hex >> 16) & 0xFF, (hex >> 8) & 0xFF, hex & 0xFF, 0xFF);
}

constexpr Palette light = {.page = rgb(0xF4F5F7),
                           .panel = rgb(0xFFFFFF),
                           .sunken = rgb(0xEEF0F3),
                           .hover = rgb(0xF3F6F8),
                           .border = rgb(0xDCE1E7),
                           .text = rgb(0x1A2330),
                           .muted = rgb(0x556070),
                           .faint = rgb(0x8792A0),
                           .accent = rgb(0x0B6B72),
                           .accent_hover = rgb(0x095960),
                           .on_accent = rgb(0xFFFFFF),
                           .accent_soft = rgb(0xDDEFF0),
                           .good = rgb(0x1B7A46),
                           .bad = rgb(0xB3261E),
                           .bad_soft = rgb(0xFBEAE9),
                           .warning = rgb(0x8A5A00),
                           .computing = rgb(0x0B7A75),
                           .blocking = rgb(0xD0550A),
                           .elsewhere = rgb(0x3E9A4F),
                           .reading = rgb(0x4B93DB),
                           .ready = rgb(0xB98600),
                           .queued = rgb(0x9AA5B4),
                           .sleeping = rgb(0x8F6FD0),
                           .other = rgb(0x9AA5B4)};

constexpr Palette dark = {.page = rgb(0x11151B),
                          .panel = rgb(0x1A2029),
                          .sunken = rgb(0x232B36),
                          .hover = rgb(0x212934),
                          .border = rgb(0x2E3845),
                          .text = rgb(0xE7EBF0),
                          .muted = rgb(0xA6B1BF),
                          .faint = rgb(0x728094),
                          .accent = rgb(0x55C5C0),
                          .accent_hover = rgb(0x7BD7D2),
                          .on_accent = rgb(0x062322),
                          .accent_soft = rgb(0x17383A),
                          .good = rgb(0x63CE91),
                          .bad = rgb(0xFF8E85),
                          .bad_soft = rgb(0x3B2022),
                          .warning = rgb(0xE9BE5A),
                          .computing = rgb(0x3FC1B5),
                          .blocking = rgb(0xF98A44),
                          .elsewhere = rgb(0x7CCB7F),
                          .reading = rgb(0x5C9FE6),
                          .ready = rgb(0xE3B341),
                          .queued = rgb(0x6B7889),
                          .sleeping = rgb(0xA78BE3),
                          .other = rgb(0x6B7889)};

struct Theme {
  bool is_dark = false;
  float scale = 1;
};

Theme& theme() {
  static Theme current;
  return current;
}

void set_sizes(ImGuiStyle& style) {
  style = ImGuiStyle();
  style.FontSizeBase = size::body;
  style.FontScaleDpi = theme().scale;
  style.WindowPadding = {px(16), px(12)};
  style.FramePadding = {px(10), px(6)};
  style.ItemSpacing = {px(8), px(8)};
  style.ItemInnerSpacing = {px(6), px(4)};
  style.CellPadding = {px(6), px(5)};
  style.ScrollbarSize = px(10);
  style.GrabMinSize = px(14);
  style.WindowRounding = style.ChildRounding = px(10);
  style.FrameRounding = style.PopupRounding = px(6);
  style.ScrollbarRounding = px(5);
  style.GrabRounding = px(7);
  style.WindowBorderSize = 0;
  style.ChildBorderSize = style.PopupBorderSize = px(1);
  style.FrameBorderSize = 0;
  style.HoverDelayShort = 0.25F;
  style.HoverDelayNormal = 0.45F;
  style.DisabledAlpha = 0.5F;
  style.TouchExtraPadding = {px(2), px(2)};
}

void set_colors(ImGuiStyle& style) {
  const Palette& use = colors();
  const auto set = [&style](ImGuiCol index, ImU32 color) {
    style.Colors[index] = ImGui::ColorConvertU32ToFloat4(color);
  };
  set(ImGuiCol_Text, use.text);
  set(ImGuiCol_TextDisabled, use.muted);
  set(ImGuiCol_WindowBg, use.page);
  set(ImGuiCol_ChildBg, use.panel);
  set(ImGuiCol_PopupBg, use.panel);
  set(ImGuiCol_Border, use.border);
  set(ImGuiCol_FrameBg, use.sunken);
  set(ImGuiCol_FrameBgHovered, use.sunken);
  set(ImGuiCol_FrameBgActive, use.sunken);
  set(ImGuiCol_Button, use.sunken);
  set(ImGuiCol_ButtonHovered, use.border);
  set(ImGuiCol_ButtonActive, use.border);
  set(ImGuiCol_ScrollbarBg, 0);
  set(ImGuiCol_ScrollbarGrab, use.border);
  set(ImGuiCol_ScrollbarGrabHovered, use.faint);
  set(ImGuiCol_ScrollbarGrabActive, use.muted);
  set(ImGuiCol_Header, use.accent_soft);
  set(ImGuiCol_HeaderHovered, use.hover);
  set(ImGuiCol_HeaderActive, use.accent_soft);
  set(ImGuiCol_TableHeaderBg, use.panel);
  set(ImGuiCol_TableBorderStrong, use.border);
  set(ImGuiCol_TableBorderLight, fade(use.border, 0.55F));
  set(ImGuiCol_TableRowBg, 0);
  set(ImGuiCol_TableRowBgAlt, 0);
  set(ImGuiCol_TextSelectedBg, use.accent_soft);
  set(ImGuiCol_NavCursor, use.accent);
  set(ImGuiCol_Separator, use.border);
  set(ImGuiCol_SliderGrab, use.accent);
  set(ImGuiCol_SliderGrabActive, use.accent_hover);
  set(ImGuiCol_CheckMark, use.accent);
  set(ImGuiCol_ResizeGrip, 0);
}

}  // namespace

const Palette& colors() { return theme().is_dark ? dark : light; }
bool is_dark() { return theme().is_dark; }
void choose_theme(bool dark) { theme().is_dark = dark; }

void apply_theme(float scale) {
  theme().scale = scale;
  ImGuiStyle& style = ImGui::GetStyle();
  set_sizes(style);
  set_colors(style);
}

float px(float css_pixels) { return std::round(css_pixels * theme().scale); }

ImU32 fade(ImU32 color, float opacity) {
  const auto alpha = static_cast<ImU32>(static_cast<float>(color >> IM_COL32_A_SHIFT) * opacity);
  return (color & ~IM_COL32_A_MASK) | (alpha << IM_COL32_A_SHIFT);
}

ImU32 color_of(fiber::State state) {
  const Palette& use = colors();
  if (state == fiber::State::running) return use.computing;
  if (state == fiber::State::blocking) return use.blocking;
  if (state == vfs::for_read) return use.reading;
  if (state == reading::for_worker) return use.elsewhere;
  if (state == fiber::State::ready) return use.ready;
  if (state == fiber::State::waiting_on_semaphore) return use.queued;
  return state == fiber::State::sleeping ? use.sleeping : use.other;
}

float weight_of(fiber::State state) {
  if (state == fiber::State::running || state == fiber::State::blocking) return 1;
  if (state == reading::for_worker) return 0.8F;
  if (state == vfs::for_read || state == fiber::State::sleeping) return 0.55F;
  return state == fiber::State::ready ? 0.3F : 0.12F;
}

}  // namespace weft::ui
