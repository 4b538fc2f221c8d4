# The code that the page shows beside its exercises is cut out of the sources, so it is what the product runs. The page
# fetches it when somebody wants to see it.

find_program(WEFT_NODE node REQUIRED)

# An exercise shows its own code first, then what it calls.
set(snippet_sources)
foreach(directory lab/exercises lab fiber vfs text reading)
  file(GLOB some CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
    ${PROJECT_SOURCE_DIR}/src/${directory}/*.cpp ${PROJECT_SOURCE_DIR}/src/${directory}/*.hpp)
  list(APPEND snippet_sources ${some})
endforeach()
set(snippet_python ${PROJECT_SOURCE_DIR}/src/lab/exercises/python)
file(GLOB snippet_python_files CONFIGURE_DEPENDS ${snippet_python}/*.py)
list(TRANSFORM snippet_sources PREPEND ${PROJECT_SOURCE_DIR}/ OUTPUT_VARIABLE snippet_source_paths)
set(snippet_output ${CMAKE_CURRENT_BINARY_DIR}/code)
add_custom_command(
  OUTPUT ${snippet_output}.stamp
  COMMAND ${WEFT_NODE} ${PROJECT_SOURCE_DIR}/cmake/make-snippets.mjs "${snippet_sources}" ${snippet_python} ${snippet_output}
  COMMAND ${CMAKE_COMMAND} -E touch ${snippet_output}.stamp
  DEPENDS ${PROJECT_SOURCE_DIR}/cmake/make-snippets.mjs ${snippet_source_paths} ${snippet_python_files}
  VERBATIM)
add_custom_target(weft_snippets ALL DEPENDS ${snippet_output}.stamp)
