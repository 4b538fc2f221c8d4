#include "ui/timeline/stay_selection.hpp"

#include <emscripten/emscripten.h>

namespace weft::ui {

const lab::StayIndex& StaySelection::stays() {
  // While a run goes on, the stays that go on grow too.
  if (indexed_ != timeline_.last_order() || timeline_.is_running()) {
    stays_ = lab::StayIndex(timeline_, emscripten_get_now());
    indexed_ = timeline_.last_order();
  }
  return stays_;
}

const lab::Span* StaySelection::find(Place place) {
  const lab::Span* stay = stays().at(place.fiber, place.order + 1);
  return stay != nullptr && stay->cause.order == place.order ? stay : nullptr;
}

const lab::Span* StaySelection::selected() { return way_.empty() ? nullptr : find(way_.back()); }

void StaySelection::select(const lab::Span& stay) { way_ = {{stay.fiber, stay.cause.order}}; }

void StaySelection::go_to_cause() {
  const lab::Span* from = selected();
  const lab::Span* cause = from != nullptr ? stays().reason_of(*from) : stays().last_of(timeline_.runner());
  if (cause == nullptr || cause->end_ms < timeline_.start_ms()) return;
  way_.push_back({cause->fiber, cause->cause.order});
}

void StaySelection::go_back() {
  if (can_go_back()) way_.pop_back();
}

}  // namespace weft::ui
