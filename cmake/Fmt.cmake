# weft::fmt: {fmt}, which formats as std::format does. The standard library's brings 130 kB of tables for floating-point
# numbers and locales into the program, which do not compress; {fmt} has none of them.

find_path(WEFT_FMT_DIR fmt/format-inl.h
  PATHS ${PROJECT_SOURCE_DIR}/.toolchain/debian/usr/include /usr/local/include /usr/include /opt/homebrew/include
  NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH DOC "Where the headers of {fmt} 10 or newer are")
if(NOT WEFT_FMT_DIR)
  message(FATAL_ERROR "No headers of {fmt}: run cmake/toolchain.sh, or install libfmt-dev (fmt elsewhere)")
endif()

# Nothing else of the directory they are in may be seen by a compiler for WebAssembly.
set(fmt_include ${CMAKE_CURRENT_BINARY_DIR}/fmt)
file(MAKE_DIRECTORY ${fmt_include})
file(CREATE_LINK ${WEFT_FMT_DIR}/fmt ${fmt_include}/fmt SYMBOLIC)

# The one source that compiles it; everyone else would take seconds longer.
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/lab/format.cpp PROPERTIES COMPILE_DEFINITIONS FMT_HEADER_ONLY=1)

add_library(weft_fmt INTERFACE)
add_library(weft::fmt ALIAS weft_fmt)
target_include_directories(weft_fmt SYSTEM INTERFACE ${fmt_include})
target_compile_definitions(weft_fmt INTERFACE
  FMT_STATIC_THOUSANDS_SEPARATOR=','
  FMT_USE_INT128=0
  # Numbers with a fraction go through weft::lab::fixed.
  FMT_USE_FLOAT=0
  FMT_USE_DOUBLE=0
  FMT_USE_LONG_DOUBLE=0)
