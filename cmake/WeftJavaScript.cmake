# WEFT_JS_LIBRARIES: the folders with what the libraries call of JavaScript, in files *.lib.js. What they share with workers
# is in plain modules, web/*/shared/*.js, of which the linker's files are made here.

find_program(WEFT_NODE NAMES node nodejs REQUIRED)

file(GLOB shared_modules CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/web/*/shared/*.js)
set(link_modules ${PROJECT_SOURCE_DIR}/cmake/link-modules.mjs)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${link_modules} ${shared_modules})
execute_process(COMMAND ${WEFT_NODE} ${link_modules} ${PROJECT_BINARY_DIR}/shared ${shared_modules}
  COMMAND_ERROR_IS_FATAL ANY)

set(WEFT_JS_LIBRARIES ${PROJECT_SOURCE_DIR}/web/fiber ${PROJECT_SOURCE_DIR}/web/vfs ${PROJECT_SOURCE_DIR}/web/reading
  ${PROJECT_BINARY_DIR}/shared CACHE INTERNAL "")
