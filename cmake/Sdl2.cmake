# weft::sdl2: the part of SDL2 that the page uses, which is its window, its events and its WebGL context. Without
# sound, renderers, surfaces and joysticks it is a sixth of what Emscripten's port of SDL2 adds to the program.

execute_process(COMMAND em-config CACHE OUTPUT_VARIABLE cache OUTPUT_STRIP_TRAILING_WHITESPACE)
file(GLOB ported ${cache}/ports/sdl2/SDL-*)
find_path(WEFT_SDL2_DIR include/SDL.h PATHS ${PROJECT_SOURCE_DIR}/.toolchain/src/sdl2 ${ported}
  NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH DOC "The source of SDL2 2.30 or newer")
if(NOT WEFT_SDL2_DIR)
  message(FATAL_ERROR "No source of SDL2: run cmake/toolchain.sh, or embuilder build sdl2")
endif()

set(sdl2_directories . atomic cpuinfo events file loadso/dlopen stdlib thread thread/generic timer timer/unix video
  video/emscripten)
list(TRANSFORM sdl2_directories REPLACE "(.+)" "${WEFT_SDL2_DIR}/src/\\1/*.c")
file(GLOB sdl2_sources ${sdl2_directories})
# The linker takes all that may be called, so what nobody calls has to go by name; sdl2_absent.c is in its place.
list(FILTER sdl2_sources EXCLUDE REGEX
  "/SDL_(gesture|surface|pixels|fillrect|stretch|yuv|bmp|shape|RLEaccel|rwops|blit[_a-zA-Z0-9]*|emscriptenframebuffer)\\.c$")

add_library(weft_sdl2 STATIC ${sdl2_sources} ${CMAKE_CURRENT_LIST_DIR}/sdl2_absent.c)
add_library(weft::sdl2 ALIAS weft_sdl2)
target_include_directories(weft_sdl2 SYSTEM PUBLIC ${WEFT_SDL2_DIR}/include)
target_include_directories(weft_sdl2 PRIVATE ${WEFT_SDL2_DIR}/src)
weft_code_model(weft_sdl2)
target_compile_options(weft_sdl2 PRIVATE -w)
# Two hints for the speed of the mouse would bring in all that reads numbers with a fraction.
set_source_files_properties(${WEFT_SDL2_DIR}/src/events/SDL_mouse.c PROPERTIES
  COMPILE_DEFINITIONS SDL_atof=weft_sdl2_absent_number)
target_compile_definitions(weft_sdl2 PRIVATE
  SDL_LEAN_AND_MEAN=1
  SDL_ASSERT_LEVEL=0
  SDL_AUDIO_DISABLED=1
  SDL_HAPTIC_DISABLED=1
  SDL_JOYSTICK_DISABLED=1
  SDL_POWER_DISABLED=1
  SDL_RENDER_DISABLED=1
  SDL_SENSOR_DISABLED=1)
