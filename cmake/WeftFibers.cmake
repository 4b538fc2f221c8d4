# weft_link_fibers(target [SWAP wasm|emscripten] [FIBERS_ONLY]): the link options that a program with fibers needs. Embedders
# call it too.
#
# The libraries stand on Emscripten's fibers. SWAP says who swaps them: `wasm`, the default, is src/fiber_swap, which is
# several times as fast; `emscripten` is Emscripten's own -sASYNCIFY, for programs that need the rest of it.
#
# With FIBERS_ONLY, Asyncify instruments only what can stand on a fiber's stack when it is switched; everything else keeps
# its size and speed. Calls through pointers are taken not to switch, but for those in the functions that
# fiber-functions.txt lists. A program that waits below any other call through a pointer, such as a virtual function or a
# std::function, even one that was handed to `spawn`, must do without it, or have a list of its own in
# WEFT_FIBER_FUNCTIONS.

set(WEFT_STACK_SIZE 1MB CACHE STRING "Stack of the page's own thread of control; fibers have their own")
set(WEFT_FIBER_FUNCTIONS ${CMAKE_CURRENT_LIST_DIR}/fiber-functions.txt CACHE FILEPATH
  "Names of the functions, a line each, that call through pointers what may switch fibers")

function(weft_link_fibers target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "FIBERS_ONLY" "SWAP" "")
  target_link_options(${target} PRIVATE
    ${WEFT_CODE_MODEL}
    -sALLOW_MEMORY_GROWTH
    -sMAXIMUM_MEMORY=4GB
    -sSTACK_SIZE=${WEFT_STACK_SIZE}
    $<${WEFT_CHECKED}:-sASSERTIONS=1>
    $<${WEFT_CHECKED}:-sSTACK_OVERFLOW_CHECK=2>
    # Asyncify's lists go by names; for the sake of this map they are kept until then.
    --emit-symbol-map)
  weft_link_js_libraries(${target} ${WEFT_JS_LIBRARIES})
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${WEFT_FIBER_FUNCTIONS})
  if(NOT arg_SWAP OR arg_SWAP STREQUAL "wasm")
    weft_swap_by_wasm(${target} ${arg_FIBERS_ONLY})
  elseif(arg_SWAP STREQUAL "emscripten")
    weft_swap_by_emscripten(${target} ${arg_FIBERS_ONLY})
  else()
    message(FATAL_ERROR "weft_link_fibers: SWAP is wasm or emscripten, not ${arg_SWAP}")
  endif()
endfunction()

# What pumps the scheduler stays where it is while fibers run, so that it need not be instrumented.
function(weft_swap_by_wasm target fibers_only)
  set(arguments "")
  if(fibers_only)
    list(APPEND arguments
      asyncify-ignore-indirect asyncify-addlist@@${WEFT_FIBER_FUNCTIONS} asyncify-removelist@weft_pump)
  endif()
  target_link_fiber_swap(${target} ${arguments})
endfunction()

# Emscripten enters a fiber by way of a function of its own, which is on the fiber's stack too.
function(weft_swap_by_emscripten target fibers_only)
  target_link_options(${target} PRIVATE -sASYNCIFY)
  if(fibers_only)
    file(READ ${WEFT_FIBER_FUNCTIONS} functions)
    set(list ${CMAKE_CURRENT_BINARY_DIR}/${target}-fiber-functions.txt)
    file(CONFIGURE OUTPUT ${list} CONTENT "${functions}dynCall_vi\n" @ONLY)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${WEFT_FIBER_FUNCTIONS})
    target_link_options(${target} PRIVATE -sASYNCIFY_IGNORE_INDIRECT -sASYNCIFY_ADD=@${list})
  endif()
endfunction()

# weft_link_js_libraries(target folder…): what the program calls of JavaScript, from the folders' files *.lib.js; a change
# of one links the program again.
function(weft_link_js_libraries target)
  list(TRANSFORM ARGN APPEND /*.lib.js OUTPUT_VARIABLE patterns)
  file(GLOB libraries CONFIGURE_DEPENDS ${patterns})
  foreach(library IN LISTS libraries)
    target_link_options(${target} PRIVATE "SHELL:--js-library ${library}")
  endforeach()
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${libraries})
endfunction()
