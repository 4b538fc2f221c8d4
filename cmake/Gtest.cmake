# weft_gtest: GoogleTest without its main(); the tests bring their own, which runs them on a fiber.

set(WEFT_GTEST_DIR ${PROJECT_SOURCE_DIR}/.toolchain/debian/usr/src/googletest CACHE PATH "GoogleTest")
if(NOT EXISTS ${WEFT_GTEST_DIR}/googletest/src/gtest-all.cc)
  include(FetchContent)
  FetchContent_Declare(googletest
    URL https://github.com/google/googletest/archive/refs/tags/v1.16.0.tar.gz
    URL_HASH SHA256=78c676fc63881529bf97bf9d45948d905a66833fbfa5318ea2cd7478cb98f399
    DOWNLOAD_EXTRACT_TIMESTAMP TRUE
    SOURCE_SUBDIR do-not-configure)
  FetchContent_MakeAvailable(googletest)
  set(WEFT_GTEST_DIR ${googletest_SOURCE_DIR})
endif()

add_library(weft_gtest STATIC
  ${WEFT_GTEST_DIR}/googletest/src/gtest-all.cc
  ${WEFT_GTEST_DIR}/googlemock/src/gmock-all.cc)
weft_code_model(weft_gtest)
target_include_directories(weft_gtest SYSTEM PUBLIC
  ${WEFT_GTEST_DIR}/googletest/include ${WEFT_GTEST_DIR}/googlemock/include)
target_include_directories(weft_gtest PRIVATE ${WEFT_GTEST_DIR}/googletest ${WEFT_GTEST_DIR}/googlemock)
target_compile_definitions(weft_gtest PUBLIC GTEST_HAS_PTHREAD=0)
