#include "ui/commands.hpp"

#include <array>
#include <string>

#include "imgui_internal.h"
#include "lab/lab.hpp"
#include "ui/browser.hpp"
#include "ui/controls.hpp"
#include "ui/icons.hpp"

namespace weft::ui {
namespace {

constexpr std::array modes = {"Sync", "Async", "Workers"};

const ButtonLook run_look = {.icon = icon::run,
                             .emphasis = Emphasis::primary,
                             .hint = "Read every file of the list and count.",
                             .shortcut = "R"};
const ButtonLook cancel_look = {.icon = icon::stop, .hint = "Stop what is under way.", .shortcut = "Esc"};
const ButtonLook compare_look = {.icon = icon::compare,
                                 .hint =
                                     "Run sync, async with one file in flight, async with many, and workers, "
                                     "several times, and set the times side by side.",
                                 .shortcut = "C"};
const ButtonLook lesson_look = {
    .icon = icon::lesson,
    .hint =
        "Write the samples, run them sync, run them async, then step their lines; the log tells the story.",
    .shortcut = "L"};

ButtonLook enabled(ButtonLook look, bool is_enabled) {
  look.is_enabled = is_enabled;
  return look;
}

std::string open_keys() { return std::string(command_key()) + "+O"; }

bool pressed(ImGuiKeyChord keys) { return ImGui::Shortcut(keys, ImGuiInputFlags_RouteGlobal); }

void next_mode(lab::Lab& lab) {
  lab::Settings settings = lab.preferences().settings();
  settings.mode = static_cast<lab::Mode>((static_cast<std::size_t>(settings.mode) + 1) % modes.size());
  lab.preferences().configure(settings);
}

}  // namespace

void commands::mode(lab::Lab& lab) {
  lab::Settings settings = lab.preferences().settings();
  int selected = static_cast<int>(settings.mode);
  constexpr auto words =
      "Sync reads one file after another and blocks the page. Async gives every file its own fiber, and the "
      "page stays alive. Workers do the same on all processors.";
  if (segments("Mode", modes, selected, !lab.activities().is_busy(), words)) {
    settings.mode = static_cast<lab::Mode>(selected);
    lab.preferences().configure(settings);
  }
}

void commands::run_or_cancel(lab::Lab& lab, float width) {
  if (lab.activities().is_busy()) {
    ButtonLook look = enabled(cancel_look, lab.activities().can_cancel());
    look.width = width;
    if (button("Cancel", look)) lab.activities().cancel();
    return;
  }
  ButtonLook look = enabled(run_look, !lab.files().list().empty());
  look.width = width;
  if (button("Run", look)) (void)lab.runs().start();
}

void commands::compare(lab::Lab& lab) {
  if (button("Compare", enabled(compare_look, !lab.activities().is_busy() && !lab.files().list().empty())))
    (void)lab.runs().start_comparison();
}

void commands::lesson(lab::Lab& lab) {
  if (button("Run the whole lesson", enabled(lesson_look, !lab.activities().is_busy()))) (void)lab.lesson().start();
}

void commands::add(bool has_words) {
  const std::string keys = open_keys();
  if (button("Add files", {.icon = icon::add_files,
                           .is_icon_only = !has_words,
                           .hint = "Add files from your disk. They stay on your machine.",
                           .shortcut = keys.c_str()}))
    pick_files(Pick::files);
  ImGui::SameLine();
  if (button("Add folder", {.icon = icon::add_folder,
                            .is_icon_only = !has_words,
                            .hint = "Add a folder with all that is in it."}))
    pick_files(Pick::folder);
}

void commands::toggle_theme() {
  const bool dark = is_dark();
  if (button(dark ? "Light colours" : "Dark colours",
             {.icon = dark ? icon::light : icon::dark, .emphasis = Emphasis::quiet, .is_icon_only = true})) {
    choose_theme(!dark);
    set_dark(!dark);
  }
}

float commands::row_width(lab::Lab& lab) {
  return segments_width(modes) +
         (lab.activities().is_busy() ? button_width("Cancel", cancel_look) : button_width("Run", run_look)) +
         button_width("Compare", compare_look) + button_width("Run the whole lesson", lesson_look) +
         3 * ImGui::GetStyle().ItemSpacing.x;
}

void handle_shortcuts(lab::Lab& lab) {
  if (ImGui::GetIO().WantTextInput) return;
  if (pressed(ImGuiMod_Ctrl | ImGuiKey_O) || pressed(ImGuiMod_Super | ImGuiKey_O)) pick_files(Pick::files);
  if (pressed(ImGuiKey_Escape)) lab.activities().cancel();
  if (lab.activities().is_busy()) return;
  if (pressed(ImGuiKey_R)) (void)lab.runs().start();
  if (pressed(ImGuiKey_C)) (void)lab.runs().start_comparison();
  if (pressed(ImGuiKey_L)) (void)lab.lesson().start();
  if (pressed(ImGuiKey_M)) next_mode(lab);
}

}  // namespace weft::ui
