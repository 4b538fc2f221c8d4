/* What Sdl2.cmake leaves out of SDL2 is still asked for by what it takes: here is the answer that there is none. */

#include "SDL_internal.h"

#include "SDL.h"
#include "events/SDL_gesture_c.h"
#include "render/SDL_sysrender.h"
#include "video/SDL_sysvideo.h"
#include "video/emscripten/SDL_emscriptenframebuffer.h"

/* Hints that are numbers with a fraction. */

double weft_sdl2_absent_number(const char *text) { return 1; }

/* Gamepads: Dear ImGui's backend looks for some. */

int SDL_NumJoysticks(void) { return 0; }
SDL_bool SDL_IsGameController(int index) { return SDL_FALSE; }
SDL_GameController *SDL_GameControllerOpen(int index) { return NULL; }
void SDL_GameControllerClose(SDL_GameController *gamepad) {}
Uint8 SDL_GameControllerGetButton(SDL_GameController *gamepad, SDL_GameControllerButton button) { return 0; }
Sint16 SDL_GameControllerGetAxis(SDL_GameController *gamepad, SDL_GameControllerAxis axis) { return 0; }

/* Gestures: Weft's own are in src/ui/kit/touch.cpp. */

int SDL_GestureAddTouch(SDL_TouchID touch) { return 0; }
int SDL_GestureDelTouch(SDL_TouchID touch) { return 0; }
void SDL_GestureProcessEvent(SDL_Event *event) {}
void SDL_GestureQuit(void) {}

/* Surfaces, which cursors and icons of one's own and windows without WebGL are made of. */

SDL_Surface *SDL_CreateRGBSurface(Uint32 flags, int width, int height, int depth, Uint32 r, Uint32 g, Uint32 b,
                                  Uint32 a) {
  SDL_Unsupported();
  return NULL;
}

SDL_Surface *SDL_CreateRGBSurfaceFrom(void *pixels, int width, int height, int depth, int pitch, Uint32 r,
                                      Uint32 g, Uint32 b, Uint32 a) {
  SDL_Unsupported();
  return NULL;
}

SDL_Surface *SDL_ConvertSurfaceFormat(SDL_Surface *surface, Uint32 format, Uint32 flags) {
  SDL_Unsupported();
  return NULL;
}

void SDL_FreeSurface(SDL_Surface *surface) {}
void SDL_CalculateGammaRamp(float gamma, Uint16 *ramp) {}

SDL_bool SDL_PixelFormatEnumToMasks(Uint32 format, int *bits, Uint32 *r, Uint32 *g, Uint32 *b, Uint32 *a) {
  return SDL_FALSE;
}

int Emscripten_CreateWindowFramebuffer(_THIS, SDL_Window *window, Uint32 *format, void **pixels, int *pitch) {
  return SDL_Unsupported();
}

int Emscripten_UpdateWindowFramebuffer(_THIS, SDL_Window *window, const SDL_Rect *rects, int count) {
  return SDL_Unsupported();
}

void Emscripten_DestroyWindowFramebuffer(_THIS, SDL_Window *window) {}

/* Renderers: Weft draws by WebGL itself. */

int SDL_GetNumRenderDrivers(void) { return 0; }
int SDL_GetRenderDriverInfo(int index, SDL_RendererInfo *info) { return SDL_Unsupported(); }
SDL_Renderer *SDL_GetRenderer(SDL_Window *window) { return NULL; }
int SDL_GetRendererInfo(SDL_Renderer *renderer, SDL_RendererInfo *info) { return SDL_Unsupported(); }
int SDL_GetRendererOutputSize(SDL_Renderer *renderer, int *width, int *height) { return SDL_Unsupported(); }
void SDL_DestroyRenderer(SDL_Renderer *renderer) {}
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer *renderer) {}
void SDL_DestroyTexture(SDL_Texture *texture) {}
void SDL_RenderPresent(SDL_Renderer *renderer) {}
int SDL_RenderSetViewport(SDL_Renderer *renderer, const SDL_Rect *area) { return SDL_Unsupported(); }

SDL_Renderer *SDL_CreateRenderer(SDL_Window *window, int index, Uint32 flags) {
  SDL_Unsupported();
  return NULL;
}

SDL_Texture *SDL_CreateTexture(SDL_Renderer *renderer, Uint32 format, int access, int width, int height) {
  SDL_Unsupported();
  return NULL;
}

int SDL_RenderCopy(SDL_Renderer *renderer, SDL_Texture *texture, const SDL_Rect *from, const SDL_Rect *to) {
  return SDL_Unsupported();
}

int SDL_UpdateTexture(SDL_Texture *texture, const SDL_Rect *area, const void *pixels, int pitch) {
  return SDL_Unsupported();
}
