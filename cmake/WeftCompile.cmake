# How everything is compiled, and weft_library(), which makes one library of one directory under src/.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# Debug is for tests: checked, with names in stack traces, yet fast enough to run them on every change.
set(CMAKE_CXX_FLAGS_DEBUG "-O2 -g1")
set(CMAKE_EXE_LINKER_FLAGS_DEBUG "-O2 --profiling-funcs")

# No exceptions: they do not mix with Asyncify's unwinding. Every browser that knows SIMD knows the other two features,
# which make code shorter. A release is optimized as a whole, which takes a twentieth off it. The flags pick the matching
# system libraries, so the linker needs them too. In the cache, so that an embedder's own directories see them.
set(WEFT_CODE_MODEL -fno-exceptions -fno-rtti -msimd128 -mbulk-memory -mnontrapping-fptoint
  $<$<CONFIG:Release>:-flto> CACHE INTERNAL "")
# Without RTTI embind cannot print the names of types nobody has bound.
set(WEFT_CODE_MODEL_DEFINITIONS EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0 CACHE INTERNAL "")

# weft_code_model(target): the flags that every object of one program must share, third-party code too.
function(weft_code_model target)
  target_compile_options(${target} PRIVATE ${WEFT_CODE_MODEL})
  target_compile_definitions(${target} PRIVATE ${WEFT_CODE_MODEL_DEFINITIONS})
endfunction()

# weft_own_code(target): the code model, and warnings are errors.
function(weft_own_code target)
  weft_code_model(${target})
  target_compile_options(${target} PRIVATE -Wall -Wextra -Werror)
endfunction()

# weft_small(target): for code that runs once a frame, a read, a switch of fibers or less often, size counts more than
# speed.
function(weft_small target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-Oz>)
endfunction()

# weft_library(name dependency…): the sources of src/<name>/ and of the directories in it become weft_<name>, known
# to embedders as weft::<name>.
function(weft_library name)
  file(GLOB sources CONFIGURE_DEPENDS
    ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp ${PROJECT_SOURCE_DIR}/src/${name}/*/*.cpp)
  set(target weft_${name})
  if(sources)
    set(visibility PUBLIC)
    add_library(${target} STATIC ${sources})
    weft_own_code(${target})
  else()
    set(visibility INTERFACE)
    add_library(${target} INTERFACE)
  endif()
  target_compile_features(${target} ${visibility} cxx_std_23)
  target_include_directories(${target} ${visibility} $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src>)
  target_link_libraries(${target} ${visibility} ${ARGN})
  add_library(weft::${name} ALIAS ${target})
endfunction()
