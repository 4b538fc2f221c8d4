#include "ui/files/min_size_chip.hpp"

#include "lab/preferences.hpp"
#include "lab/settings.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/icons.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

constexpr double small_file_bytes = 100;
constexpr auto label = "Skip files under 100 bytes";

}  // namespace

void draw_min_size_chip(lab::Preferences& preferences) {
  lab::Settings settings = preferences.settings();
  const bool is_on = settings.min_bytes == small_file_bytes;
  if (button(label, {.icon = is_on ? icon::done : icon::next})) {
    settings.min_bytes = is_on ? 0 : small_file_bytes;
    preferences.configure(settings);
  }
  WidgetRegistry::get().describe(Role::checkbox, label, {.is_checked = is_on});
}

}  // namespace weft::ui
