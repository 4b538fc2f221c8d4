#pragma once

namespace weft::lab {
class FileList;
class Preferences;
}  // namespace weft::lab

namespace weft::ui {

class Commands;

/// What the next run is told. Within a panel: fills what is left of it.
void draw_settings(lab::Preferences& preferences, const lab::FileList& files, const Commands& commands);

}  // namespace weft::ui
