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

# The JavaScript half of the libraries; a change of it links the program again.
function(weft_link_js_libraries target)
  file(GLOB libraries CONFIGURE_DEPENDS ${weft_SOURCE_DIR}/web/library/*.js)
  foreach(library IN LISTS libraries)
    target_link_options(${target} PRIVATE "SHELL:--js-library ${library}")
  endforeach()
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${libraries})
endfunction()
