#include "ui/kit/browser.hpp"

#include <cstdio>
#include <cstdlib>

#include "imgui.h"

// web/ui/shell.lib.js
extern "C" {
void weft_shell_watch_canvas();
void weft_shell_copy(const char* text);
void weft_shell_copy_link();
void weft_shell_pick(bool folder);
void weft_shell_open_source(const char* path);
bool weft_shell_prefers_dark();
void weft_shell_set_dark(bool is_dark);
bool weft_shell_has_coarse_pointer();
bool weft_shell_is_apple();
void weft_shell_request_frame(void (*draw)(void*), void* data);
void weft_shell_first_frame();
void weft_shell_announce(const char* words);
}

namespace weft::ui {
namespace {

/// What was copied last, as Dear ImGui wants to paste it again.
std::string& copied() {
  static std::string text;
  return text;
}

}  // namespace

void watch_canvas() { weft_shell_watch_canvas(); }

void copy_to_clipboard(const std::string& text) {
  copied() = text;
  weft_shell_copy(text.c_str());
}

void copy_link() { weft_shell_copy_link(); }

void use_browser_clipboard() {
  ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
  platform.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) { copy_to_clipboard(text); };
  platform.Platform_GetClipboardTextFn = [](ImGuiContext*) { return copied().c_str(); };
}

void pick_files(Pick pick) { weft_shell_pick(pick == Pick::folder); }

void open_source(const std::string& path) { weft_shell_open_source(path.c_str()); }

bool prefers_dark() { return weft_shell_prefers_dark(); }

void set_dark(bool is_dark) { weft_shell_set_dark(is_dark); }

bool has_coarse_pointer() { return weft_shell_has_coarse_pointer(); }

const char* command_key() { return weft_shell_is_apple() ? "Cmd" : "Ctrl"; }

void call_in_frame(void (*draw)(void*), void* data) { weft_shell_request_frame(draw, data); }

void announce_first_frame() { weft_shell_first_frame(); }

void announce(const std::string& words) { weft_shell_announce(words.c_str()); }

void report_mistake(const char* mistake) { std::fprintf(stderr, "weft: %s\n", mistake); }

void report_failed_check(const char* check, const char* file, int line) {
  std::fprintf(stderr, "weft: check failed: %s (%s:%d)\n", check, file, line);
  std::abort();
}

}  // namespace weft::ui
