# Every tests/unit/<name>/ becomes one program unit_<name>, run by Node through CTest. The same program runs
# in a browser page too.

enable_testing()
include(Gtest)
find_program(WEFT_NODE node REQUIRED)

file(GLOB support_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/unit/support/*.cpp)

# What a directory's tests need: the library of the same name, else all that is not drawing. Texts are read in the way
# of files too, and are judged by programs of others.
function(weft_unit_test_library name result)
  if(name MATCHES "^(text|reading)$")
    set(${result} weft::reading unit_oracles PARENT_SCOPE)
  elseif(TARGET weft_${name})
    set(${result} weft::${name} PARENT_SCOPE)
  else()
    set(${result} weft::lab PARENT_SCOPE)
  endif()
endfunction()

function(weft_unit_test name)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/unit/${name}/*.cpp)
  if(NOT sources OR NOT TARGET unit_support)
    return()
  endif()
  weft_unit_test_library(${name} library)
  add_executable(unit_${name} ${sources})
  weft_own_code(unit_${name})
  weft_link_fibers(unit_${name})
  target_link_libraries(unit_${name} PRIVATE unit_support ${library})
  target_link_options(unit_${name} PRIVATE -sENVIRONMENT=node,web,worker)
  # What its tests need from JavaScript.
  file(GLOB test_libraries CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/unit/${name}/library/*.js)
  foreach(test_library IN LISTS test_libraries)
    target_link_options(unit_${name} PRIVATE "SHELL:--js-library ${test_library}")
  endforeach()
  set_property(TARGET unit_${name} APPEND PROPERTY LINK_DEPENDS ${test_libraries})
  add_test(NAME unit_${name} COMMAND ${WEFT_NODE} $<TARGET_FILE:unit_${name}>)
  set_tests_properties(unit_${name} PROPERTIES TIMEOUT 900)
endfunction()

if(support_sources)
  add_library(unit_support OBJECT ${support_sources})
  weft_own_code(unit_support)
  target_include_directories(unit_support PUBLIC ${PROJECT_SOURCE_DIR}/tests/unit)
  target_link_libraries(unit_support PUBLIC weft_gtest weft::fiber)
endif()

file(GLOB oracle_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/unit/oracles/*.cpp)
add_library(unit_oracles OBJECT ${oracle_sources})
weft_own_code(unit_oracles)
target_include_directories(unit_oracles PUBLIC ${PROJECT_SOURCE_DIR}/tests/unit)
target_link_libraries(unit_oracles PUBLIC weft_gtest weft::reading)
# Their JavaScript hands out its answers in memory of the program.
target_link_options(unit_oracles INTERFACE -sEXPORTED_FUNCTIONS=_main,_malloc)

file(GLOB directories CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/tests/unit ${PROJECT_SOURCE_DIR}/tests/unit/*)
foreach(name IN LISTS directories)
  if(NOT name MATCHES "^(oracles|support|web)$" AND IS_DIRECTORY ${PROJECT_SOURCE_DIR}/tests/unit/${name})
    weft_unit_test(${name})
  endif()
endforeach()

# The JavaScript half, where it can be tested without a browser.
file(GLOB web_tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/unit/web/*.test.mjs)
if(web_tests)
  add_test(NAME unit_web COMMAND ${WEFT_NODE} --test ${web_tests})
endif()
