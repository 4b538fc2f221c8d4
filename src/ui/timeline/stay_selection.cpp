#include "ui/timeline/stay_selection.hpp"

#include <emscripten/emscripten.h>

#include "imgui.h"

namespace weft::ui {
namespace {

/// Of a run.
constexpr double least_part = 0.005;

}  // namespace

const lab::StayIndex& StaySelection::stays() {
  // While a run goes on, the stays that go on grow too; but not within a frame.
  const bool is_old = indexed_ != timeline_.last_order() || timeline_.is_running();
  if (is_old && indexed_in_frame_ != ImGui::GetFrameCount()) {
    stays_ = lab::StayIndex(timeline_, emscripten_get_now());
    indexed_ = timeline_.last_order();
    indexed_in_frame_ = ImGui::GetFrameCount();
  }
  return stays_;
}

std::optional<lab::Span> StaySelection::selected() {
  if (way_.empty()) return std::nullopt;
  const auto& [fiber, order] = way_.back();
  const lab::Span* stay = stays().at(fiber, order + 1);
  return stay != nullptr && stay->cause.order == order ? std::optional(*stay) : std::nullopt;
}

void StaySelection::select(const lab::Span& stay) { way_ = {{stay.fiber, stay.cause.order}}; }

void StaySelection::go_to_cause() {
  const std::optional<lab::Span> from = selected();
  const lab::Span* cause = from ? stays().reason_of(*from) : stays().last_of(timeline_.runner());
  // What took no time worth mentioning is passed over.
  const double least_ms = (timeline_.end_ms(emscripten_get_now()) - timeline_.start_ms()) * least_part;
  while (cause != nullptr && cause->end_ms - cause->start_ms < least_ms) cause = stays().reason_of(*cause);
  if (cause == nullptr || cause->end_ms < timeline_.start_ms()) return;
  way_.push_back({cause->fiber, cause->cause.order});
}

void StaySelection::go_back() {
  if (can_go_back()) way_.pop_back();
}

}  // namespace weft::ui
