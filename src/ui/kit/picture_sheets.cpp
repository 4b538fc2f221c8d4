#include "ui/kit/picture_sheets.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "imgui_internal.h"
#include "ui/kit/browser_glyphs.hpp"

namespace weft::ui {

struct PictureSheets::Sheet {
  ImTextureData texture;
  int used_in_frame = 0;
};

namespace {

/// Nothing of one picture bleeds into another.
constexpr int gap = 1;

int most_sheets() {
  const ImVec2 view = ImGui::GetMainViewport()->Size;
  constexpr float area = static_cast<float>(PictureSheets::width) * PictureSheets::height;
  return 2 + static_cast<int>(std::ceil(2 * view.x * view.y / area));
}

/// The canvas holds its pixels, so Dear ImGui allocates none.
void describe(ImTextureData& texture) {
  texture.Format = ImTextureFormat_RGBA32;
  texture.Width = PictureSheets::width;
  texture.Height = PictureSheets::height;
  texture.BytesPerPixel = 4;
  texture.UpdateRect = {0xFFFF, 0xFFFF, 0, 0};
  texture.SetStatus(ImTextureStatus_WantCreate);
}

}  // namespace

PictureSheets::PictureSheets() = default;
PictureSheets::~PictureSheets() = default;

bool PictureSheets::fits(int picture_width, int picture_height) {
  if (current_ < 0) return false;
  if (shelf_end_ + picture_width <= width && picture_height <= shelf_height_) return true;
  shelf_top_ += shelf_height_ + gap;
  shelf_height_ = picture_height;
  shelf_end_ = 0;
  return shelf_top_ + picture_height <= height;
}

bool PictureSheets::begin_next_sheet() {
  shelf_top_ = shelf_height_ = shelf_end_ = 0;
  const int count = static_cast<int>(sheets_.size());
  const int next = count == 0 ? 0 : (current_ + 1) % count;
  const bool is_free =
      count > 0 && sheets_[static_cast<std::size_t>(next)]->used_in_frame < ImGui::GetFrameCount();
  if (count >= most_sheets() && is_free) {
    current_ = next;
    return true;
  }
  current_ = count;
  Sheet& sheet = *sheets_.emplace_back(std::make_unique<Sheet>());
  describe(sheet.texture);
  ImGui::RegisterUserTexture(&sheet.texture);
  open_sheet(sheet.texture);
  return false;
}

PicturePlace PictureSheets::take(int picture_width, int picture_height) {
  const PicturePlace place = {current_, shelf_end_, shelf_top_};
  shelf_height_ = std::max(shelf_height_, picture_height);
  shelf_end_ += picture_width + gap;
  return place;
}

void PictureSheets::use(int sheet) {
  sheets_[static_cast<std::size_t>(sheet)]->used_in_frame = ImGui::GetFrameCount();
}

void PictureSheets::has_drawn(const PicturePlace& place, int picture_width, int picture_height) {
  ImFontAtlasTextureBlockQueueUpload(ImGui::GetIO().Fonts, &texture(place.sheet), place.x, place.y,
                                     picture_width, picture_height);
}

bool PictureSheets::start_over_if_too_many() {
  std::erase_if(leaving_, [](const std::unique_ptr<Sheet>& sheet) {
    const bool is_gone = sheet->texture.Status == ImTextureStatus_Destroyed;
    if (is_gone) ImGui::UnregisterUserTexture(&sheet->texture);
    return is_gone;
  });
  const auto most = static_cast<std::size_t>(most_sheets());
  if (sheets_.size() <= most) return false;
  for (std::size_t at = most; at < sheets_.size(); ++at) {
    sheets_[at]->texture.UnusedFrames = 1;
    sheets_[at]->texture.SetStatus(ImTextureStatus_WantDestroy);
    leaving_.push_back(std::move(sheets_[at]));
  }
  sheets_.resize(most);
  shelf_top_ = height;
  return true;
}

ImTextureData& PictureSheets::texture(int sheet) { return sheets_[static_cast<std::size_t>(sheet)]->texture; }

}  // namespace weft::ui
