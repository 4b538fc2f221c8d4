# What `cmake --install` makes: a CMake package of the libraries, found by find_package(weft CONFIG). It needs neither
# the sources nor the build; tests/consumer uses it. Headers keep their paths, below include/weft.

include(CMakePackageConfigHelpers)

set(package_libraries fiber vfs text reading)
set(package_targets fiber_swap weft_zlib)
foreach(name IN LISTS package_libraries)
  list(APPEND package_targets weft_${name})
  set_target_properties(weft_${name} PROPERTIES EXPORT_NAME ${name})
  # Classes with virtual functions are the same on both sides only where both are compiled alike.
  target_compile_options(weft_${name} INTERFACE "$<INSTALL_INTERFACE:${WEFT_CODE_MODEL}>")
  target_compile_definitions(weft_${name} INTERFACE $<INSTALL_INTERFACE:${WEFT_CODE_MODEL_DEFINITIONS}>)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/src/${name} DESTINATION include/weft FILES_MATCHING PATTERN *.hpp)
endforeach()
set_target_properties(weft_zlib PROPERTIES EXPORT_NAME zlib)
# A header of ours includes it.
install(FILES ${WEFT_ZLIB_DIR}/zlib.h ${WEFT_ZLIB_DIR}/zconf.h DESTINATION include/weft)

set(package_folder lib/cmake/weft)
configure_file(${CMAKE_CURRENT_LIST_DIR}/weft-config.cmake.in weft-config.cmake @ONLY)
write_basic_package_version_file(weft-config-version.cmake COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(TARGETS ${package_targets} EXPORT weft ARCHIVE DESTINATION lib INCLUDES DESTINATION include/weft)
install(EXPORT weft NAMESPACE weft:: DESTINATION ${package_folder} FILE weft-targets.cmake)
list(TRANSFORM WEFT_JS_LIBRARIES APPEND /*.lib.js OUTPUT_VARIABLE package_js_libraries)
file(GLOB package_js_libraries CONFIGURE_DEPENDS ${package_js_libraries})
install(FILES ${package_js_libraries} DESTINATION ${package_folder}/library)
install(FILES
  ${PROJECT_SOURCE_DIR}/src/fiber_swap/FiberSwap.cmake
  ${PROJECT_SOURCE_DIR}/src/fiber_swap/fiber_swap.lib.js
  ${CMAKE_CURRENT_LIST_DIR}/WeftFibers.cmake
  ${CMAKE_CURRENT_LIST_DIR}/fiber-functions.txt
  ${CMAKE_CURRENT_BINARY_DIR}/weft-config.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/weft-config-version.cmake
  DESTINATION ${package_folder})
