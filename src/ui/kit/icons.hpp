#pragma once

namespace weft::ui {

/// Icons are characters, so that they stand in a text as words do: `icon::run` followed by "Run".
namespace icon {
inline constexpr const char* weft = "\xEE\x80\x80";
inline constexpr const char* run = "\xEE\x80\x81";
inline constexpr const char* stop = "\xEE\x80\x82";
inline constexpr const char* pause = "\xEE\x80\x83";
inline constexpr const char* compare = "\xEE\x80\x84";
inline constexpr const char* lesson = "\xEE\x80\x85";
inline constexpr const char* add_files = "\xEE\x80\x86";
inline constexpr const char* add_folder = "\xEE\x80\x87";
inline constexpr const char* settings = "\xEE\x80\x88";
inline constexpr const char* light = "\xEE\x80\x89";
inline constexpr const char* dark = "\xEE\x80\x8A";
inline constexpr const char* copy = "\xEE\x80\x8B";
inline constexpr const char* clear = "\xEE\x80\x8C";
inline constexpr const char* next = "\xEE\x80\x8D";
inline constexpr const char* next_ten = "\xEE\x80\x8E";
inline constexpr const char* restart = "\xEE\x80\x8F";
inline constexpr const char* close = "\xEE\x80\x90";
inline constexpr const char* files = "\xEE\x80\x91";
inline constexpr const char* timeline = "\xEE\x80\x92";
inline constexpr const char* lines = "\xEE\x80\x93";
inline constexpr const char* log = "\xEE\x80\x94";
inline constexpr const char* zoom_in = "\xEE\x80\x95";
inline constexpr const char* zoom_out = "\xEE\x80\x96";
inline constexpr const char* fit = "\xEE\x80\x97";
inline constexpr const char* done = "\xEE\x80\x98";
inline constexpr const char* warning = "\xEE\x80\x99";
inline constexpr const char* waiting = "\xEE\x80\x9A";
inline constexpr const char* samples = "\xEE\x80\x9B";
inline constexpr const char* exercises = "\xEE\x80\x9C";
inline constexpr const char* save = "\xEE\x80\x9D";
inline constexpr const char* download = "\xEE\x80\x9E";
inline constexpr const char* why = "\xEE\x80\x9F";
}  // namespace icon

/// The outline of an icon as an SVG path on a 24 × 24 grid, to be stroked; null if `codepoint` is no icon.
const char* icon_path(unsigned codepoint);

}  // namespace weft::ui
