# Every tests/unit/<name>/ becomes one program unit_<name>, run by Node through CTest. The same program runs
# in a browser page too. unit_<name>_emscripten_swap has the same tests on Emscripten's own swap of fibers.

enable_testing()
include(Gtest)

file(GLOB support_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/unit/support/*.cpp)

# Parsing the standard library takes longer than compiling our own code, so what most sources include is parsed once
# for each library that has many. Only here: in the page's build, and where clang-tidy looks, every source of src/ brings
# what it uses.
set(weft_common_headers <algorithm> <expected> <functional> <memory> <optional> <span> <string> <unordered_map> <vector>)
foreach(library fiber vfs text lab)
  target_precompile_headers(weft_${library} PRIVATE ${weft_common_headers})
endforeach()

# What a directory's tests need: the library of the same name, else all that is not drawing. Texts are read in the way
# of files too, and are judged by programs of others, as are the lab's types. Those of fiber_swap are plain Emscripten
# fibers, and have a main() of their own.
function(weft_unit_test_libraries name result)
  if(name STREQUAL "fiber_swap")
    set(libraries weft_gtest)
  elseif(name MATCHES "^(text|reading)$")
    set(libraries unit_support weft::reading unit_oracles)
  elseif(name STREQUAL "lab")
    set(libraries unit_support weft::lab unit_oracles)
  elseif(TARGET weft_${name})
    set(libraries unit_support weft::${name})
  else()
    set(libraries unit_support weft::lab)
  endif()
  set(${result} ${libraries} PARENT_SCOPE)
endfunction()

# weft_unit_program(program name swap library…): the tests of a directory, on that swap of fibers.
function(weft_unit_program program name swap)
  add_executable(${program} $<TARGET_OBJECTS:tests_${name}>)
  weft_link_fibers(${program} SWAP ${swap})
  target_link_libraries(${program} PRIVATE ${ARGN})
  target_link_options(${program} PRIVATE -sENVIRONMENT=node,web,worker)
  # To optimize a program as a whole takes five times as long as to link it, and makes it no faster to run. Fibers are
  # tested as programs have them.
  if(NOT name STREQUAL "fiber")
    target_link_options(${program} PRIVATE -O1)
  endif()
  # What its tests need from JavaScript.
  weft_link_js_libraries(${program} ${PROJECT_SOURCE_DIR}/tests/unit/${name})
  add_test(NAME ${program} COMMAND ${WEFT_NODE} $<TARGET_FILE:${program}>)
  set_tests_properties(${program} PROPERTIES TIMEOUT 900)
endfunction()

function(weft_unit_test name)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/unit/${name}/*.cpp)
  if(NOT sources OR NOT TARGET unit_support)
    return()
  endif()
  add_library(tests_${name} OBJECT ${sources})
  weft_own_code(tests_${name})
  target_precompile_headers(tests_${name} PRIVATE <gtest/gtest.h>)
  target_include_directories(tests_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/unit)
  weft_unit_test_libraries(${name} libraries)
  target_link_libraries(tests_${name} PRIVATE ${libraries})
  weft_unit_program(unit_${name} ${name} wasm ${libraries})
  weft_unit_program(unit_${name}_emscripten_swap ${name} emscripten ${libraries})
endfunction()

if(support_sources)
  add_library(unit_support OBJECT ${support_sources})
  weft_own_code(unit_support)
  target_include_directories(unit_support PRIVATE ${PROJECT_SOURCE_DIR}/tests/unit)
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
