#include "ui/summary_controls.hpp"

#include <array>

#include "lab/format.hpp"
#include "lab/lab.hpp"
#include "ui/controls.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/panel.hpp"
#include "ui/widget_registry.hpp"

namespace weft::ui {
namespace {

using lab::SummaryPhase;

constexpr auto menu = "Save results";
constexpr auto window = "##save-results";

ButtonLook menu_look(bool has_words) {
  return {.icon = icon::save,
          .is_icon_only = !has_words,
          .hint = "Save results: write the figures of the last run as CSV, JSON or Markdown."};
}

lab::SummaryFormat draw_formats(lab::Lab& lab) {
  std::array<const char*, lab::summary_formats.size()> titles = {};
  int selected = 0;
  for (std::size_t index = 0; index < titles.size(); ++index) {
    titles[index] = title_of(lab::summary_formats[index]).data();
    if (lab::summary_formats[index] == lab.preferences().choices().summary_format) selected = static_cast<int>(index);
  }
  if (segments("Format", titles, selected, true, nullptr)) {
    lab::Choices choices = lab.preferences().choices();
    choices.summary_format = lab::summary_formats[static_cast<std::size_t>(selected)];
    lab.preferences().choose(choices);
  }
  return lab.preferences().choices().summary_format;
}

std::string where_written(lab::Lab& lab) {
  const char* fleeting = lab.results().is_storage_lasting() ? "" : ", in memory only: it is gone with this page";
  return lab::format("Written to {}, {}{}", lab.results().summary().path, bytes(lab.results().summary().size), fleeting);
}

void draw_outcome(lab::Lab& lab) {
  const bool has_failed = lab.results().summary().phase == SummaryPhase::failed;
  const std::string words = outcome_words(lab);
  const WithFont small(Face::text, size::small);
  paragraph(words, has_failed ? colors().bad : colors().muted);
  WidgetRegistry::get().describe(Role::status, "Saved results", {.value = words});
}

}  // namespace

std::string outcome_words(lab::Lab& lab) {
  const lab::SummaryReport& report = lab.results().summary();
  switch (report.phase) {
    case SummaryPhase::idle:
      return lab.runs().has_results()
                 ? "Write keeps the file in the page's own storage, under /data. Download saves it "
                   "to your disk too."
                 : "There are no results yet: run first.";
    case SummaryPhase::writing:
      return lab::format("Writing {} …", report.path);
    case SummaryPhase::written:
      return where_written(lab) + ".";
    case SummaryPhase::offered:
      return where_written(lab) + ", and downloaded.";
    case SummaryPhase::failed:
      return report.error;
    case SummaryPhase::cancelled:
      return lab::format("Cancelled: {} is as it was.", report.path);
  }
  return "";
}

void draw_summary_controls(lab::Lab& lab) {
  const bool is_enabled = lab.runs().has_results() && !lab.activities().is_busy();
  const lab::SummaryFormat format = draw_formats(lab);
  if (button("Write", {.icon = icon::save, .is_enabled = is_enabled})) (void)lab.results().write(format);
  ImGui::SameLine();
  if (button("Download", {.icon = icon::download, .is_enabled = is_enabled}))
    (void)lab.results().download(format);
  // Buttons elsewhere cannot be pressed while a small window is open.
  if (lab.activities().current() == lab::Activity::writing_summary) {
    ImGui::SameLine();
    if (button("Stop", {.icon = icon::stop, .is_enabled = lab.activities().can_cancel()})) lab.activities().cancel();
  }
  draw_outcome(lab);
}

float summary_menu_width(lab::Lab& lab, bool has_words) {
  if (lab.runs().run().report().phase == lab::RunPhase::idle) return 0;
  return button_width(menu, menu_look(has_words)) + ImGui::GetStyle().ItemSpacing.x;
}

void draw_summary_menu(lab::Lab& lab, bool has_words) {
  if (summary_menu_width(lab, has_words) == 0) return;
  const bool opens_now = button(menu, menu_look(has_words));
  if (const SmallWindow small(window, opens_now); small.is_open()) draw_summary_controls(lab);
  ImGui::SameLine();
}

}  // namespace weft::ui
