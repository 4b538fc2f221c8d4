#include "ui/settings/settings_panel.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <string>

#include "imgui_internal.h"
#include "lab/file_list.hpp"
#include "lab/format.hpp"
#include "lab/preferences.hpp"
#include "ui/commands.hpp"
#include "ui/files/min_size_chip.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/format.hpp"
#include "ui/kit/icons.hpp"
#include "ui/kit/panel.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

using Limits = lab::SettingLimits;

/// A slider over powers of two.
bool power_slider(const char* label, std::uint32_t& value, std::uint32_t least, std::uint32_t most,
                  const char* hint) {
  int power = std::bit_width(value) - 1;
  const std::string figure = binary_bytes(value);
  if (!slider(label, power, std::bit_width(least) - 1, std::bit_width(most) - 1, figure.c_str(), hint))
    return false;
  value = 1U << static_cast<unsigned>(power);
  return true;
}

constexpr std::array<double, 10> sizes = {0, 1, 100, 1e3, 10e3, 100e3, 1e6, 10e6, 100e6, 1e9};

int step_of(double size) {
  int step = 0;
  while (step + 1 < static_cast<int>(sizes.size()) && sizes[static_cast<std::size_t>(step) + 1] <= size)
    ++step;
  return step;
}

void draw_waiting(lab::Settings& settings) {
  slider("Files at once", settings.concurrency, Limits::concurrency_min, 64,
         std::to_string(settings.concurrency).c_str(),
         "How many files async and workers work on at the same time. The others wait for their turn.");
  int latency = static_cast<int>(std::lround(settings.latency_ms));
  if (slider("Added latency", latency, 0, static_cast<int>(Limits::latency_ms_max),
             lab::format("{} ms", latency).c_str(),
             "Slows every read down, as a network or an old disk would. This is where async pays."))
    settings.latency_ms = latency;
  power_slider("Chunk size", settings.chunk_bytes, 1, 16U << 20U,
               "Bytes asked for in one read. Small chunks mean many reads.");
  slider("Computing", settings.cpu_passes, Limits::cpu_passes_min, 50,
         lab::format("{} ×", settings.cpu_passes).c_str(),
         "How often every byte is counted. Overlapping waits do not help with this part; workers do.");
}

void draw_limits(lab::Settings& settings) {
  int step = step_of(settings.min_bytes);
  const std::string least = settings.min_bytes > 0 ? bytes(settings.min_bytes) : "none";
  if (slider("Smallest file", step, 0, static_cast<int>(sizes.size()) - 1, least.c_str(),
             "Smaller files are skipped."))
    settings.min_bytes = sizes[static_cast<std::size_t>(step)];
  slider("Open files", settings.max_open_files, 1, 256, std::to_string(settings.max_open_files).c_str(),
         "The most files that may be open at once. One more fails with EMFILE, as on a real system.");
}

/// Says it before somebody runs.
void draw_misfit(const lab::Settings& settings, const lab::FileList& files) {
  const std::string message = why_it_must_fail(settings, files.entries());
  if (message.empty()) return;
  paragraph(message, colors().bad);
  WidgetRegistry::get().describe(Role::status, message);
  ImGui::Dummy({0, px(6)});
}

void draw_reading(lab::Settings& settings) {
  toggle("Read every file as CSV", settings.csv,
         "Rows, columns and bad rows are counted too. Files named .csv and .tsv are read so anyway.");
}

/// Below all else, as few files need it.
void draw_unpacking(lab::Preferences& preferences) {
  lab::Settings settings = preferences.settings();
  ImGui::PushItemWidth(-1);
  int power = std::bit_width(static_cast<std::uint64_t>(settings.max_unpacked_bytes)) - 1;
  constexpr int least_power = 20, most_power = 40;
  const std::string most = binary_bytes(static_cast<std::uint64_t>(settings.max_unpacked_bytes));
  if (slider("Unpacked at most", power, least_power, most_power, most.c_str(),
             "Of a compressed file that holds more than this the rest is not read, and it fails with EFBIG."))
    settings.max_unpacked_bytes = std::ldexp(1.0, power);
  ImGui::PopItemWidth();
  if (settings != preferences.settings()) preferences.configure(settings);
}

}  // namespace

void draw_settings(lab::Preferences& preferences, const lab::FileList& files, const Commands& commands) {
  const ScrollArea area("Settings");
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(8), px(2)});
  ImGui::BeginGroup();
  ImGui::PushItemWidth(-1);
  lab::Settings settings = preferences.settings();
  draw_waiting(settings);
  draw_limits(settings);
  draw_misfit(preferences.settings(), files);
  draw_reading(settings);
  if (settings != preferences.settings()) preferences.configure(settings);
  ImGui::PopItemWidth();
  draw_min_size_chip(preferences);
  ImGui::Dummy({0, px(8)});
  ImGui::EndGroup();
  ImGui::PopStyleVar();
  if (button("Defaults", {.icon = icon::restart,
                          .is_enabled = preferences.settings() != lab::Settings{},
                          .hint = "Set everything back."}))
    preferences.configure({});
  ImGui::SameLine();
  commands.button(command("Write sample files"));
  draw_unpacking(preferences);
}

}  // namespace weft::ui
