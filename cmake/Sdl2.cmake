# weft::sdl2: the library that cmake/toolchain.sh has had Emscripten build. It is linked by its path, as
# -sUSE_SDL=2 would look for the port's download again where the source came from elsewhere.

execute_process(COMMAND em-config CACHE OUTPUT_VARIABLE cache OUTPUT_STRIP_TRAILING_WHITESPACE)
set(WEFT_SDL2_LIBRARY ${cache}/sysroot/lib/wasm32-emscripten/libSDL2.a CACHE FILEPATH "SDL2 for Emscripten")
if(NOT EXISTS ${WEFT_SDL2_LIBRARY})
  message(FATAL_ERROR "No SDL2 at ${WEFT_SDL2_LIBRARY}: run cmake/toolchain.sh, or embuilder build sdl2")
endif()

add_library(weft_sdl2 STATIC IMPORTED)
set_target_properties(weft_sdl2 PROPERTIES
  IMPORTED_LOCATION ${WEFT_SDL2_LIBRARY}
  INTERFACE_INCLUDE_DIRECTORIES ${cache}/sysroot/include/SDL2)
add_library(weft::sdl2 ALIAS weft_sdl2)
