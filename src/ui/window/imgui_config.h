#pragma once

// How Dear ImGui is built. Every file that includes imgui.h sees this.

// A failed check is reported by name; the page shows it and stops.
namespace weft::ui {
[[noreturn]] void report_failed_check(const char* check, const char* file, int line);
}
#ifdef NDEBUG
#define IM_ASSERT(check) ((void)(check))
#else
#define IM_ASSERT(check) ((check) ? (void)0 : weft::ui::report_failed_check(#check, __FILE__, __LINE__))
#endif

// Names of files may hold any character, emoji included.
#define IMGUI_USE_WCHAR32

// A timeline of a large run has more corners than 16 bits can number.
#define ImDrawIdx unsigned int

// Glyphs come from the browser. This switch leaves stb_truetype out and makes Dear ImGui ask
// `ImGuiFreeType::GetFontLoader`, which browser_glyphs.cpp answers; FreeType itself is not used.
#define IMGUI_ENABLE_FREETYPE
#define IMGUI_DISABLE_DEFAULT_FONT

#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
