# target_link_fiber_swap(target [argument…]): links the swap and runs Asyncify over the target, which must be linked without
# -sASYNCIFY. An argument is one of Binaryen's for that pass, such as asyncify-ignore-indirect or asyncify-addlist@@file.
function(target_link_fiber_swap target)
  set(folder ${CMAKE_CURRENT_FUNCTION_LIST_DIR})
  list(TRANSFORM ARGN PREPEND --pass-arg= OUTPUT_VARIABLE arguments)
  list(PREPEND arguments --asyncify --pass-arg=asyncify-imports@none)
  list(JOIN arguments "," passes)
  target_link_libraries(${target} PRIVATE fiber_swap)
  target_link_options(${target} PRIVATE
    "SHELL:--js-library ${folder}/fiber_swap.lib.js"
    -sBINARYEN_EXTRA_PASSES=${passes})
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${folder}/fiber_swap.lib.js)
endfunction()
