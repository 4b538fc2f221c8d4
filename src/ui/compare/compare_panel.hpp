#pragma once

namespace weft::lab {
class Runs;
}

namespace weft::ui {

class Commands;

/// Sync, async with one file in flight and async with many, side by side. Within a panel: fills what is left
/// of it.
void draw_comparison(const lab::Runs& runs, const Commands& commands);

}  // namespace weft::ui
