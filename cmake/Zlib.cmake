# weft::zlib: the half of zlib that unpacks. Its tables of checksums are made when they are needed, which is shorter than
# to have them brought along.

set(WEFT_ZLIB_DIR ${PROJECT_SOURCE_DIR}/.toolchain/src/zlib CACHE PATH "zlib >= 1.3")
if(NOT EXISTS ${WEFT_ZLIB_DIR}/inflate.c)
  include(FetchContent)
  FetchContent_Declare(zlib
    URL https://github.com/madler/zlib/releases/download/v1.3.1/zlib-1.3.1.tar.gz
    URL_HASH SHA256=9a93b2b7dfdac77ceba5a558a580e74667dd6fede4585b91eefb60f03b72df23
    DOWNLOAD_EXTRACT_TIMESTAMP TRUE
    SOURCE_SUBDIR do-not-configure)
  FetchContent_MakeAvailable(zlib)
  set(WEFT_ZLIB_DIR ${zlib_SOURCE_DIR})
endif()

set(zlib_sources adler32 crc32 inffast inflate inftrees zutil)
list(TRANSFORM zlib_sources REPLACE "(.+)" "${WEFT_ZLIB_DIR}/\\1.c")
add_library(weft_zlib STATIC ${zlib_sources})
add_library(weft::zlib ALIAS weft_zlib)
weft_code_model(weft_zlib)
target_include_directories(weft_zlib SYSTEM PUBLIC $<BUILD_INTERFACE:${WEFT_ZLIB_DIR}>)
target_compile_options(weft_zlib PRIVATE -w)
target_compile_definitions(weft_zlib PRIVATE DYNAMIC_CRC_TABLE)
