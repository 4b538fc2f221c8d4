# weft_link_fibers(target): the link options that a program with fibers needs. Embedders call it too.

set(WEFT_STACK_SIZE 1MB CACHE STRING "Stack of the page's own thread of control; fibers have their own")

function(weft_link_fibers target)
  target_link_options(${target} PRIVATE
    ${WEFT_CODE_MODEL}
    -sASYNCIFY
    -sALLOW_MEMORY_GROWTH
    -sMAXIMUM_MEMORY=4GB
    -sSTACK_SIZE=${WEFT_STACK_SIZE}
    $<$<CONFIG:Debug>:-sASSERTIONS=1>
    $<$<CONFIG:Debug>:-sSTACK_OVERFLOW_CHECK=2>)
  weft_link_js_libraries(${target})
endfunction()

# weft_instrument_fibers_only(target [THUNK pattern]): Asyncify instruments only what can stand on a fiber's stack when
# it is switched. Everything else keeps its size and speed: the page is 1.33 MB instead of 1.86.
#
# Calls through pointers are taken not to switch, but for those in the functions listed: a fiber's entry, its body, and
# the thunk by which JavaScript calls the entry. The linker folds equal functions into one, so the thunk may go by the
# name of another: then the first switch traps. A program that waits below any other call through a pointer, such as a
# virtual function, must do without this.
function(weft_instrument_fibers_only target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "THUNK" "")
  if(NOT arg_THUNK)
    set(arg_THUNK dynCall_vi)
  endif()
  set(list "weft::fiber::Scheduler::run_bodies(void*)" "weft::fiber::Scheduler::Callable*" ${arg_THUNK})
  list(JOIN list "\",\"" joined)
  target_link_options(${target} PRIVATE
    -sASYNCIFY_IGNORE_INDIRECT=1
    "SHELL:-sASYNCIFY_ADD=[\"${joined}\"]")
endfunction()

# The JavaScript half of the libraries; a change of it links the program again.
function(weft_link_js_libraries target)
  file(GLOB libraries CONFIGURE_DEPENDS ${weft_SOURCE_DIR}/web/library/*.js)
  foreach(library IN LISTS libraries)
    target_link_options(${target} PRIVATE "SHELL:--js-library ${library}")
  endforeach()
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${libraries})
endfunction()
