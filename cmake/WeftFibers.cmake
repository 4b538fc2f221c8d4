# weft_link_fibers(target [FIBERS_ONLY]): the link options that a program with fibers needs. Embedders call it too.
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
  cmake_parse_arguments(PARSE_ARGV 1 arg "FIBERS_ONLY" "" "")
  target_link_options(${target} PRIVATE
    ${WEFT_CODE_MODEL}
    -sALLOW_MEMORY_GROWTH
    -sMAXIMUM_MEMORY=4GB
    -sSTACK_SIZE=${WEFT_STACK_SIZE}
    $<$<CONFIG:Debug>:-sASSERTIONS=1>
    $<$<CONFIG:Debug>:-sSTACK_OVERFLOW_CHECK=2>)
  weft_link_js_libraries(${target})
  weft_asyncify(${target} ${arg_FIBERS_ONLY})
endfunction()

# Runs Binaryen's Asyncify over the program. -sASYNCIFY would do that too, and more: it leads every export, and every
# function that JavaScript has a pointer to, through code for stacks that are unwound to JavaScript. Those of fibers never
# are (src/fiber/context.hpp).
function(weft_asyncify target fibers_only)
  set(passes --asyncify --pass-arg=asyncify-imports@none)
  if(fibers_only)
    list(APPEND passes --pass-arg=asyncify-ignore-indirect --pass-arg=asyncify-addlist@@${WEFT_FIBER_FUNCTIONS})
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${WEFT_FIBER_FUNCTIONS})
  endif()
  list(JOIN passes "," joined)
  target_link_options(${target} PRIVATE
    -sBINARYEN_EXTRA_PASSES=${joined}
    # The list goes by names; for the sake of this map they are kept until then.
    --emit-symbol-map)
endfunction()

# The JavaScript half of the libraries; a change of it links the program again.
function(weft_link_js_libraries target)
  file(GLOB libraries CONFIGURE_DEPENDS ${weft_SOURCE_DIR}/web/library/*.js)
  foreach(library IN LISTS libraries)
    target_link_options(${target} PRIVATE "SHELL:--js-library ${library}")
  endforeach()
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${libraries})
endfunction()
