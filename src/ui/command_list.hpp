#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "imgui.h"
#include "lab/lab.hpp"
#include "ui/kit/browser.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/icons.hpp"

namespace weft::ui {

/// What a person can tell the page to do. Its button, its key and its hint come from here.
struct Command {
  /// On the button, and the name by which it is found.
  const char* title;
  const char* icon;
  Emphasis emphasis;
  /// A sentence about what it does.
  const char* hint;
  /// `ImGuiKey_None` for none. Where it has Ctrl, the Mac's command key does as well.
  ImGuiKeyChord key;
  /// Null if it can be done now. Else a sentence for whoever presses the key; empty where there is nothing to
  /// say.
  const char* (*why_not)(lab::Lab& lab);
  void (*run)(lab::Lab& lab);
};

namespace reasons {
inline const char* none(lab::Lab&) { return nullptr; }
inline const char* busy(lab::Lab& lab) { return lab.activities().is_busy() ? "" : nullptr; }
inline const char* busy_or_empty(lab::Lab& lab) {
  if (lab.activities().is_busy()) return "";
  return lab.files().list().empty() ? "There are no files in the list: add some first." : nullptr;
}
}  // namespace reasons

/// All of them.
inline constexpr auto command_list = std::to_array<Command>({
    {.title = "Run",
     .icon = icon::run,
     .emphasis = Emphasis::primary,
     .hint = "Read every file of the list and count.",
     .key = ImGuiKey_R,
     .why_not = reasons::busy_or_empty,
     .run = [](lab::Lab& lab) { (void)lab.runs().start(); }},
    {.title = "Cancel",
     .icon = icon::stop,
     .emphasis = Emphasis::normal,
     .hint = "Stop what is under way.",
     .key = ImGuiKey_Escape,
     .why_not = [](lab::Lab& lab) { return lab.activities().can_cancel() ? nullptr : ""; },
     .run = [](lab::Lab& lab) { lab.activities().cancel(); }},
    {.title = "Compare",
     .icon = icon::compare,
     .emphasis = Emphasis::normal,
     .hint = "Run sync, async with one file in flight, async with many, and workers, several times, and set "
             "the times "
             "side by side.",
     .key = ImGuiKey_C,
     .why_not = reasons::busy_or_empty,
     .run = [](lab::Lab& lab) { (void)lab.runs().start_comparison(); }},
    {.title = "Run the whole lesson",
     .icon = icon::lesson,
     .emphasis = Emphasis::normal,
     .hint =
         "Write the samples, run them sync, run them async, then step their lines; the log tells the story.",
     .key = ImGuiKey_L,
     .why_not = reasons::busy,
     .run = [](lab::Lab& lab) { (void)lab.lesson().start(); }},
    {.title = "Next mode",
     .icon = nullptr,
     .emphasis = Emphasis::normal,
     .hint = nullptr,
     .key = ImGuiKey_M,
     .why_not = reasons::busy,
     .run = [](lab::Lab& lab) { lab.preferences().set_mode(lab::next(lab.preferences().mode())); }},
    {.title = "Add files",
     .icon = icon::add_files,
     .emphasis = Emphasis::normal,
     .hint = "Add files from your disk. They stay on your machine.",
     .key = ImGuiMod_Ctrl | ImGuiKey_O,
     .why_not = reasons::none,
     .run = [](lab::Lab&) { pick_files(Pick::files); }},
    {.title = "Add folder",
     .icon = icon::add_folder,
     .emphasis = Emphasis::normal,
     .hint = "Add a folder with all that is in it.",
     .key = ImGuiKey_None,
     .why_not = reasons::none,
     .run = [](lab::Lab&) { pick_files(Pick::folder); }},
    {.title = "Clear the list",
     .icon = icon::clear,
     .emphasis = Emphasis::quiet,
     .hint = "Take all files off the list. Nothing is deleted.",
     .key = ImGuiKey_None,
     .why_not = reasons::busy_or_empty,
     .run = [](lab::Lab& lab) { (void)lab.files().clear(); }},
    {.title = "Write sample files",
     .icon = icon::samples,
     .emphasis = Emphasis::normal,
     .hint = "Write the ten sample files again, in the browser's own storage.",
     .key = ImGuiKey_None,
     .why_not = reasons::busy,
     .run = [](lab::Lab& lab) { (void)lab.samples().write(); }},
    {.title = "Copy link",
     .icon = icon::copy,
     .emphasis = Emphasis::normal,
     .hint = "Copy a link that opens this page with these settings. It tells nothing of your files.",
     .key = ImGuiKey_None,
     .why_not = reasons::none,
     .run = [](lab::Lab&) { copy_link(); }},
});

/// A title that is not in the list does not compile.
consteval const Command& command(std::string_view title) {
  return *std::ranges::find_if(command_list, [title](const Command& row) { return row.title == title; });
}

}  // namespace weft::ui
