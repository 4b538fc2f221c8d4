# The page: the panels and the program that shows them.

include(Sdl2)
include(ImGui)
include(WeftCounter)

weft_library(ui weft::lab weft::imgui)
weft_small(weft_ui)
weft_small(weft_imgui)
weft_small(weft_sdl2)

file(GLOB page_sources CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/src/main.cpp ${PROJECT_SOURCE_DIR}/src/program/*.cpp)
if(page_sources)
  add_executable(weft ${page_sources})
  weft_own_code(weft)
  weft_small(weft)
  # Exercises put their own code into runs, by pointers: page-fiber-functions.txt names who calls it, and whoever that may
  # be inlined into.
  block()
    file(READ ${WEFT_FIBER_FUNCTIONS} of_the_library)
    file(READ ${CMAKE_CURRENT_LIST_DIR}/page-fiber-functions.txt of_the_page)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/page-fiber-functions.txt)
    set(WEFT_FIBER_FUNCTIONS ${CMAKE_CURRENT_BINARY_DIR}/page-fiber-functions.txt)
    file(CONFIGURE OUTPUT ${WEFT_FIBER_FUNCTIONS} CONTENT "${of_the_library}${of_the_page}" @ONLY)
    weft_link_fibers(weft FIBERS_ONLY)
  endblock()
  weft_link_js_libraries(weft ${PROJECT_SOURCE_DIR}/web/ui)
  target_link_libraries(weft PRIVATE weft::ui weft::sdl2)
  target_link_options(weft PRIVATE
    -lembind
    -sMODULARIZE
    -sEXPORT_ES6
    # Names of functions, by which those are picked that come late.
    --profiling-funcs
    -sEXPORT_NAME=createWeft
    -sENVIRONMENT=web
    # What web/program/main.js hands in, of all that Emscripten can be handed; and without noExitRuntime in this list
    # Emscripten forgets that the program goes on after main.
    -sINCOMING_MODULE_JS_API=canvas,instantiateWasm,noExitRuntime,onAbort
    -sTEXTDECODER=2
    -sMIN_WEBGL_VERSION=2
    -sMAX_WEBGL_VERSION=2
    # Nobody looks for a function of WebGL by its name, so those that are not called need not be there.
    -sGL_ENABLE_GET_PROC_ADDRESS=0
    # WebGL 2 has all that is drawn with; to ask for thirty extensions takes as many milliseconds.
    -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0
    -sGL_SUPPORT_SIMPLE_ENABLE_EXTENSIONS=0
    # An allocator of a quarter of the usual one's size; what is allocated often is kept in pools.
    -sMALLOC=emmalloc
    $<$<CONFIG:Release>:-Oz>
    $<$<CONFIG:Release>:-sGL_TRACK_ERRORS=0>)
  execute_process(COMMAND em-config BINARYEN_ROOT OUTPUT_VARIABLE binaryen OUTPUT_STRIP_TRAILING_WHITESPACE
    COMMAND_ERROR_IS_FATAL ANY)
  add_custom_command(OUTPUT split/weft.wasm split/weft_late.wasm
    COMMAND ${WEFT_NODE} ${CMAKE_CURRENT_LIST_DIR}/split-late.mjs ${binaryen}/bin ${CMAKE_CURRENT_BINARY_DIR}
      ${CMAKE_CURRENT_LIST_DIR}/late-functions.txt $<${WEFT_CHECKED}:names>
    DEPENDS weft ${CMAKE_CURRENT_LIST_DIR}/split-late.mjs ${CMAKE_CURRENT_LIST_DIR}/late-functions.txt
    VERBATIM COMMAND_EXPAND_LISTS)
  add_custom_target(weft_split ALL DEPENDS split/weft.wasm split/weft_late.wasm)
endif()
