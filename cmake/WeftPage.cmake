# The page: the panels and the program that shows them.

include(Sdl2)
include(ImGui)
include(WeftCounter)

weft_library(ui weft::lab weft::imgui)
weft_small(weft_ui)
weft_small(weft_imgui)
weft_small(weft_sdl2)

file(GLOB page_sources CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/src/main.cpp ${PROJECT_SOURCE_DIR}/src/page/*.cpp)
if(page_sources)
  add_executable(weft ${page_sources})
  weft_own_code(weft)
  weft_small(weft)
  weft_link_fibers(weft)
  weft_instrument_fibers_only(weft THUNK "emscripten::internal::Invoker*")
  # SDL sleeps where it is told that it may; src/ui/platform.cpp tells it that it may not.
  target_link_options(weft PRIVATE "SHELL:-sASYNCIFY_REMOVE=[\"SDL_*\",\"Emscripten_*\"]")
  target_link_libraries(weft PRIVATE weft::ui weft::sdl2)
  target_link_options(weft PRIVATE
    -lembind
    -sMODULARIZE
    -sEXPORT_ES6
    -sEXPORT_NAME=createWeft
    -sENVIRONMENT=web
    -sMIN_WEBGL_VERSION=2
    -sMAX_WEBGL_VERSION=2
    # Nobody looks for a function of WebGL by its name, so those that are not called need not be there.
    -sGL_ENABLE_GET_PROC_ADDRESS=0)
endif()
