#include "ui/files/summary_controls.hpp"

#include <array>

#include "lab/format.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/format.hpp"
#include "ui/kit/icons.hpp"
#include "ui/kit/panel.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

using lab::SummaryPhase;

constexpr auto menu = "Save results";
constexpr auto window = "##save-results";

ButtonLook menu_look(bool has_labels) {
  return {.icon = icon::save,
          .is_icon_only = !has_labels,
          .hint = "Save results: write the figures of the last run as CSV, JSON or Markdown."};
}

lab::SummaryFormat draw_formats(lab::Preferences& preferences) {
  std::array<const char*, lab::summary_formats.size()> titles = {};
  int selected = 0;
  for (std::size_t index = 0; index < titles.size(); ++index) {
    titles[index] = title_of(lab::summary_formats[index]).data();
    if (lab::summary_formats[index] == preferences.choices().summary_format)
      selected = static_cast<int>(index);
  }
  if (segments("Format", titles, selected, true, nullptr)) {
    lab::Choices choices = preferences.choices();
    choices.summary_format = lab::summary_formats[static_cast<std::size_t>(selected)];
    preferences.choose(choices);
  }
  return preferences.choices().summary_format;
}

std::string where_written(const lab::Results& results) {
  const char* fleeting = results.is_storage_lasting() ? "" : ", in memory only: it is gone with this page";
  return lab::format("Written to {}, {}{}", results.summary().path, bytes(results.summary().size), fleeting);
}

}  // namespace

void SummaryControls::draw_outcome() const {
  const bool has_failed = results_.summary().phase == SummaryPhase::failed;
  const std::string message = outcome();
  const WithFont small(Face::text, size::small);
  paragraph(message, has_failed ? colors().bad : colors().muted);
  WidgetRegistry::get().describe(Role::status, "Saved results", {.value = message});
}

std::string SummaryControls::outcome() const {
  const lab::SummaryReport& report = results_.summary();
  switch (report.phase) {
    case SummaryPhase::idle:
      return runs_.has_results()
                 ? "Write keeps the file in the page's own storage, under /data. Download saves it "
                   "to your disk too."
                 : "There are no results yet: run first.";
    case SummaryPhase::writing:
      return lab::format("Writing {} …", report.path);
    case SummaryPhase::written:
      return where_written(results_) + ".";
    case SummaryPhase::offered:
      return where_written(results_) + ", and downloaded.";
    case SummaryPhase::failed:
      return report.error;
    case SummaryPhase::cancelled:
      return lab::format("Cancelled: {} is as it was.", report.path);
  }
  return "";
}

void SummaryControls::draw() {
  const bool is_enabled = runs_.has_results() && !activities_.is_busy();
  const lab::SummaryFormat format = draw_formats(preferences_);
  if (button("Write", {.icon = icon::save, .is_enabled = is_enabled})) (void)results_.write(format);
  ImGui::SameLine();
  if (button("Download", {.icon = icon::download, .is_enabled = is_enabled})) (void)results_.download(format);
  // Buttons elsewhere cannot be pressed while a small window is open.
  if (activities_.current() == lab::Activity::writing_summary) {
    ImGui::SameLine();
    if (button("Stop", {.icon = icon::stop, .is_enabled = activities_.can_cancel()})) activities_.cancel();
  }
  draw_outcome();
}

float SummaryControls::menu_width(bool has_labels) const {
  if (runs_.run().report().phase == lab::RunPhase::idle) return 0;
  return button_width(menu, menu_look(has_labels)) + ImGui::GetStyle().ItemSpacing.x;
}

void SummaryControls::draw_menu(bool has_labels) {
  if (menu_width(has_labels) == 0) return;
  const bool opens_now = button(menu, menu_look(has_labels));
  if (const SmallWindow small(window, opens_now); small.is_open()) draw();
  ImGui::SameLine();
}

}  // namespace weft::ui
