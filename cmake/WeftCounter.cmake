# weft_counter.wasm: the counting code for the page's workers, without fibers, files or a runtime. A few kilobytes.

add_executable(weft_counter
  ${PROJECT_SOURCE_DIR}/src/counter/main.cpp
  ${PROJECT_SOURCE_DIR}/src/text/encoding.cpp
  ${PROJECT_SOURCE_DIR}/src/text/gunzip.cpp
  ${PROJECT_SOURCE_DIR}/src/text/tally.cpp
  ${PROJECT_SOURCE_DIR}/src/text/tally_simd.cpp
  ${PROJECT_SOURCE_DIR}/src/text/text_counter.cpp
  ${PROJECT_SOURCE_DIR}/src/text/text_decoder.cpp
  ${PROJECT_SOURCE_DIR}/src/text/utf16.cpp
  ${PROJECT_SOURCE_DIR}/src/text/utf8.cpp
  ${PROJECT_SOURCE_DIR}/src/text/utf8_check.cpp)
weft_own_code(weft_counter)
target_compile_options(weft_counter PRIVATE -O3)
target_compile_features(weft_counter PRIVATE cxx_std_23)
target_include_directories(weft_counter PRIVATE ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(weft_counter PRIVATE weft::zlib)
# The suffix asks for a module that needs no JavaScript.
set_target_properties(weft_counter PROPERTIES SUFFIX .wasm)
target_link_options(weft_counter PRIVATE
  ${WEFT_CODE_MODEL}
  -O3
  --no-entry
  -sMALLOC=emmalloc
  -sSTACK_SIZE=64KB
  -sINITIAL_MEMORY=1MB
  -sALLOW_MEMORY_GROWTH
  -sMAXIMUM_MEMORY=4GB)
