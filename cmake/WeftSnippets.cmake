# The code that the page shows beside its exercises is cut out of their sources, so it is what the product runs. The page
# fetches it when somebody wants to see it.

set(exercises ${PROJECT_SOURCE_DIR}/src/lab/exercises)
file(GLOB exercise_files CONFIGURE_DEPENDS ${exercises}/*.cpp ${exercises}/*.inc ${exercises}/*.py)
set(snippet_output ${CMAKE_CURRENT_BINARY_DIR}/code.txt)
add_custom_command(
  OUTPUT ${snippet_output}
  COMMAND ${WEFT_NODE} ${PROJECT_SOURCE_DIR}/cmake/make-snippets.mjs ${exercises} ${snippet_output}
  DEPENDS ${PROJECT_SOURCE_DIR}/cmake/make-snippets.mjs ${exercise_files}
  VERBATIM)
add_custom_target(weft_snippets ALL DEPENDS ${snippet_output})
