#include "ui/window/platform.hpp"

#include <cfloat>

#include <SDL.h>
#include <emscripten/emscripten.h>
#include <emscripten/html5.h>

#include "imgui.h"
#include "imgui_impl_sdl2.h"
#include "imgui_internal.h"
#include "ui/kit/browser.hpp"
#include "ui/kit/fonts.hpp"
#include "ui/kit/theme.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {

struct Platform::Native {
  SDL_Window* window = nullptr;
  EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = 0;
};

namespace {

/// Whom the page calls.
Platform*& instance() {
  static Platform* only = nullptr;
  return only;
}

void set_hints() {
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#canvas");
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "1");
}

/// The context that web/program/features.js has made, for drawing with it; zero if there is none. SDL would
/// bring the names of all functions of OpenGL along.
EMSCRIPTEN_WEBGL_CONTEXT_HANDLE take_context() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = emscripten_webgl_create_context("#canvas", &attributes);
  if (context <= 0) return 0;
  emscripten_webgl_make_context_current(context);
  return context;
}

void start_imgui(SDL_Window* window) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigNavCaptureKeyboard = false;
  io.ConfigInputTextCursorBlink = false;
  io.ConfigWindowsMoveFromTitleBarOnly = true;
  // It mends what it can, such as a font that outlives its window, and in a release says nothing.
  ImGui::GetCurrentContext()->ErrorCallback = [](ImGuiContext*, void*, const char* mistake) {
    report_mistake(mistake);
  };
  ImGui_ImplSDL2_InitForOther(window);
  ImGui_ImplSDL2_SetGamepadMode(ImGui_ImplSDL2_GamepadMode_Manual);
  use_browser_clipboard();
}

}  // namespace

Platform::Platform() : native_(new Native) {}

Platform* Platform::start() {
  auto* platform = new Platform;
  if (platform->open()) return platform;
  delete platform;
  return nullptr;
}

bool Platform::open() {
  set_hints();
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
  // The window is measured in device pixels: the page has set its size, and sets it again, see `resize`.
  int width = 640;
  int height = 480;
  emscripten_get_canvas_element_size("#canvas", &width, &height);
  native_->window = SDL_CreateWindow("Weft", 0, 0, width, height, 0);
  if (native_->window == nullptr) return false;
  native_->context = take_context();
  if (native_->context == 0) return false;
  start_imgui(native_->window);
  renderer_.create();
  add_fonts();
  instance() = this;
  SDL_AddEventWatch(
      [](void* self, SDL_Event* event) {
        // SDL marks the end of each round of polling, which every frame does.
        if (event->type != SDL_POLLSENTINEL) static_cast<Platform*>(self)->on_input_();
        return 0;
      },
      this);
  watch_canvas();
  return true;
}

Platform::~Platform() {
  instance() = nullptr;
  if (native_->context != 0) {
    renderer_.destroy();
    ImGui_ImplSDL2_Shutdown();
    ImGui::DestroyContext();
    emscripten_webgl_destroy_context(native_->context);
  }
  if (native_->window != nullptr) SDL_DestroyWindow(native_->window);
  SDL_Quit();
  delete native_;
}

void Platform::begin_frame() {
  SDL_Event event;
  while (SDL_PollEvent(&event)) {
    ImGui_ImplSDL2_ProcessEvent(&event);
    // Shown again, as after a while in the background: what was drawn may be gone.
    if (event.type == SDL_WINDOWEVENT) renderer_.forget_frame();
    // A finger that was lifted points at nothing.
    if (event.type == SDL_MOUSEBUTTONUP && event.button.which == SDL_TOUCH_MOUSEID)
      ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  }
  ImGui_ImplSDL2_NewFrame();
  ImGui::NewFrame();
}

void Platform::end_frame(unsigned background) {
  ImGui::Render();
  renderer_.draw(*ImGui::GetDrawData(), background);
}

void Platform::resize(int width, int height, float scale) {
  scale_ = scale;
  SDL_SetWindowSize(native_->window, width, height);
  renderer_.forget_frame();
  on_input_();
}

void Platform::change_colours(bool is_dark) {
  choose_theme(is_dark);
  on_input_();
}

void Platform::lose_context() { is_context_lost_ = true; }

void Platform::restore_context() {
  is_context_lost_ = false;
  renderer_.create();
  on_input_();
}

}  // namespace weft::ui

extern "C" {
EMSCRIPTEN_KEEPALIVE void weft_canvas_resized(int width, int height, double scale) {
  if (weft::ui::instance() != nullptr) weft::ui::instance()->resize(width, height, static_cast<float>(scale));
}
EMSCRIPTEN_KEEPALIVE void weft_colours_changed(bool is_dark) {
  if (weft::ui::instance() != nullptr) weft::ui::instance()->change_colours(is_dark);
}
EMSCRIPTEN_KEEPALIVE bool weft_takes_zoom(double x, double y) {
  return weft::ui::WidgetRegistry::get().is_at(weft::ui::Role::image, static_cast<float>(x),
                                               static_cast<float>(y));
}
EMSCRIPTEN_KEEPALIVE void weft_canvas_lost() {
  if (weft::ui::instance() != nullptr) weft::ui::instance()->lose_context();
}
EMSCRIPTEN_KEEPALIVE void weft_canvas_restored() {
  if (weft::ui::instance() != nullptr) weft::ui::instance()->restore_context();
}
}
