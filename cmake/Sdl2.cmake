# weft::sdl2: the part of SDL2 that the page uses, which is its window, its events and its WebGL context. Without
# sound, renderers, blitting and joysticks it is a quarter of what Emscripten's port of SDL2 adds to the program.

execute_process(COMMAND em-config CACHE OUTPUT_VARIABLE cache OUTPUT_STRIP_TRAILING_WHITESPACE)
file(GLOB ported ${cache}/ports/sdl2/SDL-*)
find_path(WEFT_SDL2_DIR include/SDL.h PATHS ${PROJECT_SOURCE_DIR}/.toolchain/src/sdl2 ${ported}
  NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH DOC "The source of SDL2 2.30 or newer")
if(NOT WEFT_SDL2_DIR)
  message(FATAL_ERROR "No source of SDL2: run cmake/toolchain.sh, or embuilder build sdl2")
endif()

set(sdl2_directories . atomic cpuinfo events file haptic haptic/dummy joystick joystick/dummy sensor sensor/dummy
  joystick/emscripten loadso/dlopen render stdlib thread thread/generic timer timer/unix video video/emscripten)
list(TRANSFORM sdl2_directories REPLACE "(.+)" "${WEFT_SDL2_DIR}/src/\\1/*.c")
file(GLOB sdl2_sources ${sdl2_directories})

add_library(weft_sdl2 STATIC ${sdl2_sources})
add_library(weft::sdl2 ALIAS weft_sdl2)
target_include_directories(weft_sdl2 SYSTEM PUBLIC ${WEFT_SDL2_DIR}/include)
target_compile_options(weft_sdl2 PRIVATE -w)
target_compile_definitions(weft_sdl2 PRIVATE
  SDL_LEAN_AND_MEAN=1
  SDL_AUDIO_DISABLED=1
  SDL_HAPTIC_DISABLED=1
  SDL_JOYSTICK_DISABLED=1
  SDL_POWER_DISABLED=1
  SDL_RENDER_DISABLED=1
  SDL_SENSOR_DISABLED=1)
