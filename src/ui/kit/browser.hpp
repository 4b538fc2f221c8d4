#pragma once

#include <string>

namespace weft::ui {

/// Reports the canvas's size in device pixels to the platform, now and whenever it changes; when the browser
/// takes its graphics away or gives them back; and the system's colours when they change, unless a person has
/// chosen others. Leaves the wheel with Ctrl to the browser, but over an image that can be zoomed.
void watch_canvas();

/// Lets Dear ImGui copy to the system's clipboard. It cannot read from there.
void use_browser_clipboard();
void copy_to_clipboard(const std::string& text);

/// Copies the page's address with the present settings, and says in the log that it has; in the notice if it
/// cannot. Only right after a press of a key or button.
void copy_link();

enum class Pick { files, folder };
/// Opens the browser's dialog for files or a folder. Only right after a press of a key or button; what is
/// chosen arrives by the page's own way.
void pick_files(Pick pick);

/// Opens a file of Weft's own sources in a new tab. Only right after a press of a key or button.
void open_source(const std::string& path);

/// What a person wants: a choice that was made on an earlier visit, else the system's.
bool prefers_dark();
/// Remembers a person's choice, and gives the page around the canvas the same colours.
void set_dark(bool is_dark);

/// True if the pointer is a finger: no tooltips, larger targets.
bool has_coarse_pointer();

/// What the keyboard calls its command key: "Ctrl" or "Cmd".
const char* command_key();

/// Calls `draw(data)` in the next animation frame. What goes wrong in it ends the program, in words.
void call_in_frame(void (*draw)(void*), void* data);

/// Tells the page that the first frame has been drawn, so that it can take the loading screen away.
void announce_first_frame();

/// Tells assistive technology what has changed; spoken when the reader is free.
void announce(const std::string& words);

/// Tells on the console of a mistake of the program's own that it goes on after.
void report_mistake(const char* mistake);

}  // namespace weft::ui
