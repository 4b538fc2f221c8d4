# weft::sdl2: SDL2 as it is, with its own switches set in cmake/sdl2/SDL_config.h: its window and its events. Without sound,
# joysticks and drivers for drawing it is a third of what Emscripten's port of SDL2 adds to the program.

execute_process(COMMAND em-config CACHE OUTPUT_VARIABLE cache OUTPUT_STRIP_TRAILING_WHITESPACE)
file(GLOB ported ${cache}/ports/sdl2/SDL-*)
find_path(WEFT_SDL2_DIR include/SDL.h PATHS ${PROJECT_SOURCE_DIR}/.toolchain/src/sdl2 ${ported}
  NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH DOC "The source of SDL2 2.30 or newer")
if(NOT WEFT_SDL2_DIR)
  message(FATAL_ERROR "No source of SDL2: run cmake/toolchain.sh, or embuilder build sdl2")
endif()

# As SDL's own build has it: its headers in a folder of the build, where SDL_config.h is the chosen one.
set(headers ${CMAKE_CURRENT_BINARY_DIR}/sdl2)
file(COPY ${WEFT_SDL2_DIR}/include/ DESTINATION ${headers} FILES_MATCHING PATTERN *.h PATTERN SDL_config.h EXCLUDE)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${WEFT_SDL2_DIR}/include/SDL_revision.h)
configure_file(${CMAKE_CURRENT_LIST_DIR}/sdl2/SDL_config.h ${headers}/SDL_config.h COPYONLY)

set(sdl2_directories . atomic cpuinfo events file joystick joystick/dummy render stdlib thread thread/generic timer
  timer/unix video video/emscripten)
list(TRANSFORM sdl2_directories REPLACE "(.+)" "${WEFT_SDL2_DIR}/src/\\1/*.c")
file(GLOB sdl2_sources ${sdl2_directories})

add_library(weft_sdl2 STATIC ${sdl2_sources})
add_library(weft::sdl2 ALIAS weft_sdl2)
target_include_directories(weft_sdl2 SYSTEM PUBLIC ${headers})
target_include_directories(weft_sdl2 PRIVATE ${WEFT_SDL2_DIR}/src)
weft_code_model(weft_sdl2)
target_compile_options(weft_sdl2 PRIVATE -w)
