#include "ui/kit/icons.hpp"

#include <array>
#include <cstddef>

namespace weft::ui {
namespace {

constexpr unsigned first_icon = 0xE000;

// In the order of the constants in icons.hpp.
constexpr std::array paths = {
    "M4 7h6m4 0h6M4 12h3m4 0h6m3 0h0M4 17h6m4 0h6M12 3v6m0 6v6M7.5 3v2m0 4v6m0 4v2M16.5 3v2m0 4v6m0 4v2",
    "M7 4.5v15l12-7.5z",
    "M6 6h12v12H6z",
    "M8.5 5v14M15.5 5v14",
    "M4 6h14M4 12h6M4 18h10",
    "M12 6.5C10 4.8 7 4.5 3.5 4.5v14c3.5 0 6.5.3 8.5 2 2-1.7 5-2 8.5-2v-14C17 4.5 14 4.8 12 6.5zv14",
    "M13.5 3H6v18h12V7.5zM13.5 3v4.5H18M12 11v6m-3-3h6",
    "M3 5.5h6l2 2.5h10v11H3zM12 10.5v6m-3-3h6",
    "M4 7h9m5 0h2M4 17h2m5 0h9M15.5 4.5a2.5 2.5 0 1 0 .01 0M8.5 14.5a2.5 2.5 0 1 0 .01 0",
    "M12 7.5a4.5 4.5 0 1 0 .01 0M12 2v2m0 16v2M2 12h2m16 0h2M4.9 4.9l1.4 1.4m11.4 11.4l1.4 1.4"
    "M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4",
    "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
    "M9 9h11v11H9zM5.5 15H4V4h11v1.5",
    "M4 7h16M9.5 7V4h5v3M6.5 7l1 13h9l1-13M10.5 11v5m3-5v5",
    "M6 5l8 7-8 7zM18 5v14",
    "M3 5.5l8 6.5-8 6.5zM13 5.5l8 6.5-8 6.5z",
    "M4 12a8 8 0 1 0 2.7-6M4 4v4.5h4.5",
    "M6 6l12 12M18 6L6 18",
    "M8.5 3H19v14H8.5zM5 7v14h10.5",
    "M3 6h8M8 12h9M13 18h8",
    "M4 6h1m4 0h11M4 12h1m4 0h11M4 18h1m4 0h7",
    "M3 4.5h18v15H3zM7 9.5l3 2.5-3 2.5m6 0h4",
    "M10.5 4a6.5 6.5 0 1 0 .01 0M15.5 15.5L20.5 20.5M7.5 10.5h6m-3-3v6",
    "M10.5 4a6.5 6.5 0 1 0 .01 0M15.5 15.5L20.5 20.5M7.5 10.5h6",
    "M3 5v14M21 5v14M7 12h10M9.5 9L6.5 12l3 3M14.5 9l3 3-3 3",
    "M5 12.5l4.5 4.5L19 7",
    "M12 3.5L22 20.5H2zM12 10v5m0 2.5v.01",
    "M12 3.5a8.5 8.5 0 1 0 .01 0M12 7.5V12l3 2",
    "M12 3.5l2.2 6.3 6.3 2.2-6.3 2.2L12 20.5l-2.2-6.3L3.5 12l6.3-2.2z",
    "M2.5 9L12 4.5 21.5 9 12 13.5zM6.5 11v5c0 1.5 2.5 2.8 5.5 2.8s5.5-1.3 5.5-2.8v-5M21.5 9v6",
    "M4.5 4.5h12l3 3v12h-15zM8 4.5v5h7v-5M8 19.5v-6h8v6",
    "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 17v3h15v-3",
    "M12 3.5a8.5 8.5 0 1 0 .01 0M9.5 9.8a2.5 2.5 0 1 1 2.5 2.7v1.3m0 2.7v.01",
};

}  // namespace

const char* icon_path(unsigned codepoint) {
  const std::size_t index = codepoint - first_icon;
  return codepoint >= first_icon && index < paths.size() ? paths[index] : nullptr;
}

}  // namespace weft::ui
