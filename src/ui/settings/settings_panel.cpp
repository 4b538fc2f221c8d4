#include "ui/settings/settings_panel.hpp"

#include <cmath>
#include <cstdint>
#include <string>

#include "imgui_internal.h"
#include "lab/file_list.hpp"
#include "lab/format.hpp"
#include "lab/preferences.hpp"
#include "lab/setting_list.hpp"
#include "ui/commands.hpp"
#include "ui/files/min_size_chip.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/format.hpp"
#include "ui/kit/icons.hpp"
#include "ui/kit/panel.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

std::string figure_of(lab::SettingFigure figure, double value) {
  const auto whole = static_cast<std::uint64_t>(std::llround(value));
  switch (figure) {
    case lab::SettingFigure::count:
      return std::to_string(whole);
    case lab::SettingFigure::milliseconds:
      return lab::format("{} ms", whole);
    case lab::SettingFigure::times:
      return lab::format("{} ×", whole);
    case lab::SettingFigure::binary_bytes:
      return binary_bytes(whole);
    case lab::SettingFigure::least_bytes:
      return value > 0 ? bytes(value) : "none";
  }
  return {};
}

void draw_flag(const lab::Setting& setting, lab::Settings& settings) {
  bool is_on = setting.get(settings) != 0;
  toggle(setting.label, is_on, setting.hint);
  setting.set(settings, is_on ? 1 : 0);
}

void draw_slider(const lab::Setting& setting, lab::Settings& settings) {
  const double value = setting.get(settings);
  const auto step_at = [&](double at) { return step_of(setting.scale, at); };
  int step = step_at(value);
  const std::string figure = figure_of(setting.figure, value);
  if (slider(setting.label, step, step_at(setting.least), step_at(setting.most), figure.c_str(),
             setting.hint))
    setting.set(settings, lab::clamp_setting(setting, value_at(setting.scale, step)));
}

void draw_controls(lab::Preferences& preferences, bool of_rare_ones) {
  lab::Settings settings = preferences.settings();
  ImGui::PushItemWidth(-1);
  for (const lab::Setting& setting : lab::setting_list) {
    if (setting.is_rare != of_rare_ones) continue;
    if (setting.kind == lab::SettingKind::flag) {
      draw_flag(setting, settings);
    } else {
      draw_slider(setting, settings);
    }
  }
  ImGui::PopItemWidth();
  if (settings != preferences.settings()) preferences.configure(settings);
}

/// Says it before somebody runs.
void draw_misfit(const lab::Settings& settings, const lab::FileList& files) {
  const std::string message = why_it_must_fail(settings, files.entries());
  if (message.empty()) return;
  paragraph(message, colors().bad);
  WidgetRegistry::get().describe(Role::status, message);
  ImGui::Dummy({0, px(6)});
}

}  // namespace

void draw_settings(lab::Preferences& preferences, const lab::FileList& files, const Commands& commands) {
  const ScrollArea area("Settings");
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(8), px(2)});
  ImGui::BeginGroup();
  draw_controls(preferences, false);
  draw_misfit(preferences.settings(), files);
  draw_min_size_chip(preferences);
  ImGui::Dummy({0, px(8)});
  ImGui::EndGroup();
  ImGui::PopStyleVar();
  if (button("Defaults", {.icon = icon::restart,
                          .is_enabled = preferences.settings() != lab::Settings{},
                          .hint = "Set everything back."}))
    preferences.configure({});
  ImGui::SameLine();
  commands.button(command("Copy link"));
  commands.button(command("Write sample files"));
  draw_controls(preferences, true);
}

}  // namespace weft::ui
