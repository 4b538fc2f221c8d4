# weft::imgui: Dear ImGui with the SDL2 backend; src/ui/window/renderer.cpp draws what it makes.

set(WEFT_IMGUI_DIR ${PROJECT_SOURCE_DIR}/.toolchain/src/imgui CACHE PATH "Dear ImGui >= 1.92")
if(NOT EXISTS ${WEFT_IMGUI_DIR}/imgui.h)
  include(FetchContent)
  # v1.92.2b
  FetchContent_Declare(imgui
    URL https://github.com/ocornut/imgui/archive/45acd5e0e82f4c954432533ae9985ff0e1aad6d5.tar.gz
    URL_HASH SHA256=97484925aec2f4d3e913d6644d46b234f8d6d8d98c6aa9c50109e0f0df772090
    DOWNLOAD_EXTRACT_TIMESTAMP TRUE)
  FetchContent_MakeAvailable(imgui)
  set(WEFT_IMGUI_DIR ${imgui_SOURCE_DIR})
endif()

add_library(weft_imgui STATIC
  ${WEFT_IMGUI_DIR}/imgui.cpp
  ${WEFT_IMGUI_DIR}/imgui_draw.cpp
  ${WEFT_IMGUI_DIR}/imgui_tables.cpp
  ${WEFT_IMGUI_DIR}/imgui_widgets.cpp
  ${WEFT_IMGUI_DIR}/misc/cpp/imgui_stdlib.cpp
  ${WEFT_IMGUI_DIR}/backends/imgui_impl_sdl2.cpp)
add_library(weft::imgui ALIAS weft_imgui)
weft_code_model(weft_imgui)
target_include_directories(weft_imgui SYSTEM PUBLIC
  ${WEFT_IMGUI_DIR} ${WEFT_IMGUI_DIR}/backends ${WEFT_IMGUI_DIR}/misc/cpp)
target_compile_definitions(weft_imgui PUBLIC
  IMGUI_DISABLE_OBSOLETE_FUNCTIONS
  IMGUI_DISABLE_DEMO_WINDOWS
  # Reports every widget's name and place, so that browser tests click on what a person would click on.
  IMGUI_ENABLE_TEST_ENGINE)
target_link_libraries(weft_imgui PUBLIC weft::sdl2)

if(EXISTS ${PROJECT_SOURCE_DIR}/src/ui/window/imgui_config.h)
  target_compile_definitions(weft_imgui PUBLIC IMGUI_USER_CONFIG="ui/window/imgui_config.h")
  target_include_directories(weft_imgui PUBLIC ${PROJECT_SOURCE_DIR}/src)
endif()
