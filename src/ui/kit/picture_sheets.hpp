#pragma once

#include <memory>
#include <vector>

struct ImTextureData;

namespace weft::ui {

/// Where a picture is kept. `sheet` is a number of `PictureSheets`.
struct PicturePlace {
  int sheet;
  int x, y;
};

/// Textures that hold pictures of text, each in turn: when the last one is full, the first is used again.
///
/// A sheet takes 4 MiB of the graphics' memory and as much of the page's. There are no more of them than hold
/// twice what the window shows, and two; for a window of 1400 × 900 pixels, 5. Only a frame that shows more
/// new text than fits may add to them, once, before all are emptied.
class PictureSheets {
 public:
  static constexpr int width = 2048;
  static constexpr int height = 512;

  PictureSheets();
  ~PictureSheets();
  PictureSheets(const PictureSheets&) = delete;
  PictureSheets& operator=(const PictureSheets&) = delete;

  /// A place for a picture that is no larger than a sheet. Where that empties a sheet first, `emptied` is
  /// called with its number: the pictures in it are lost.
  template <class F>
  PicturePlace reserve(int picture_width, int picture_height, F&& emptied) {
    if (!fits(picture_width, picture_height) && begin_next_sheet()) emptied(current_);
    return take(picture_width, picture_height);
  }

  /// Tells that a picture of the sheet is in the present frame, so that it stays for that long.
  void use(int sheet);

  /// To be uploaded before the frame is drawn.
  void has_drawn(const PicturePlace& place, int picture_width, int picture_height);

  /// Between two frames. True if there were more sheets than should be; those that are left are empty now.
  bool start_over_if_too_many();

  ImTextureData& texture(int sheet);

 private:
  struct Sheet;
  bool fits(int picture_width, int picture_height);
  bool begin_next_sheet();
  PicturePlace take(int picture_width, int picture_height);

  std::vector<std::unique_ptr<Sheet>> sheets_;
  /// Until the renderer has taken their textures away.
  std::vector<std::unique_ptr<Sheet>> leaving_;
  int current_ = -1;
  int shelf_top_ = 0, shelf_height_ = 0, shelf_end_ = 0;
};

}  // namespace weft::ui
