/* SDL's own settings for Emscripten, less what the page does not have: this is how SDL is told to leave it out. It stands
   in the place of SDL's file of this name. WebGL is asked for without SDL, whose way to it brings the names of all functions
   of OpenGL along. */
#pragma once

#include "SDL_platform.h"

#include "SDL_config_emscripten.h"

#undef SDL_VIDEO_OPENGL_EGL
#undef SDL_VIDEO_OPENGL_ES2
#undef SDL_VIDEO_RENDER_OGL_ES2
#undef SDL_JOYSTICK_EMSCRIPTEN
#undef SDL_LOADSO_DLOPEN
/* SDL reads numbers by its own functions: the C library's know all of a long double. */
#undef HAVE_ATOF
#undef HAVE_STRTOD
#undef HAVE_VSSCANF

#define SDL_LEAN_AND_MEAN 1
#define SDL_ASSERT_LEVEL 0
#define SDL_AUDIO_DISABLED 1
#define SDL_FILE_DISABLED 1
#define SDL_JOYSTICK_DISABLED 1
#define SDL_LOADSO_DISABLED 1
#define SDL_POWER_DISABLED 1
#define SDL_RENDER_DISABLED 1
#define SDL_SENSOR_DISABLED 1
