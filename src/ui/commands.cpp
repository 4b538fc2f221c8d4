#include "ui/commands.hpp"

#include <string>

#include "imgui_internal.h"

namespace weft::ui {
namespace {

constexpr std::array modes = {"Sync", "Async", "Workers"};

bool has_ctrl(const Command& command) { return (command.key & ImGuiMod_Ctrl) != 0; }

ImGuiKey key_of(const Command& command) { return static_cast<ImGuiKey>(command.key & ~ImGuiMod_Mask_); }

/// "R", "Esc", "Ctrl+O"; empty for none.
std::string key_name(const Command& command) {
  if (command.key == ImGuiKey_None) return "";
  const ImGuiKey key = key_of(command);
  const std::string name = key == ImGuiKey_Escape ? "Esc" : ImGui::GetKeyName(key);
  return has_ctrl(command) ? std::string(command_key()) + "+" + name : name;
}

ButtonLook look_of(const Command& command, Commands::Shape shape) {
  return {.icon = command.icon,
          .emphasis = command.emphasis,
          .is_icon_only = shape.is_icon_only,
          .width = shape.width,
          .hint = command.hint};
}

bool pressed(ImGuiKeyChord keys) { return ImGui::Shortcut(keys, ImGuiInputFlags_RouteGlobal); }

bool is_pressed(const Command& command) {
  if (command.key == ImGuiKey_None) return false;
  return pressed(command.key) || (has_ctrl(command) && pressed(ImGuiMod_Super | key_of(command)));
}

}  // namespace

void Commands::button(const Command& command, Shape shape) const {
  const std::string key = key_name(command);
  ButtonLook look = look_of(command, shape);
  look.is_enabled = command.why_not(lab_) == nullptr;
  look.shortcut = key.empty() ? nullptr : key.c_str();
  if (ui::button(command.title, look)) command.run(lab_);
}

float Commands::width(const Command& command, Shape shape) {
  return button_width(command.title, look_of(command, shape));
}

const Command& Commands::run_or_cancel_command() const {
  return lab_.activities().is_busy() ? command("Cancel") : command("Run");
}

void Commands::run_or_cancel(float width) const { button(run_or_cancel_command(), {.width = width}); }

float Commands::row_width() const {
  return segments_width(modes) + width(run_or_cancel_command()) + width(command("Compare")) +
         width(command("Run the whole lesson")) + 3 * ImGui::GetStyle().ItemSpacing.x;
}

void Commands::handle_keys() const {
  if (ImGui::GetIO().WantTextInput) return;
  for (const Command& command : command_list) {
    if (is_pressed(command)) obey(command);
  }
}

void Commands::obey(const Command& command) const {
  const char* why_not = command.why_not(lab_);
  if (why_not == nullptr) return command.run(lab_);
  if (*why_not != '\0') lab_.activities().set_notice(why_not);
}

void draw_mode(lab::Preferences& preferences, bool is_enabled) {
  int selected = static_cast<int>(preferences.mode());
  constexpr auto hint =
      "Sync reads one file after another and blocks the page. Async gives every file its own fiber, and the "
      "page stays alive. Workers do the same on all processors.";
  if (segments("Mode", modes, selected, is_enabled, hint))
    preferences.set_mode(static_cast<lab::Mode>(selected));
}

void draw_theme_button() {
  const bool dark = is_dark();
  const ButtonLook look = {
      .icon = dark ? icon::light : icon::dark, .emphasis = Emphasis::quiet, .is_icon_only = true};
  if (!button(dark ? "Light colours" : "Dark colours", look)) return;
  choose_theme(!dark);
  set_dark(!dark);
}

}  // namespace weft::ui
