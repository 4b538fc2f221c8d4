#include "ui/kit/shaped_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "imgui_internal.h"
#include "text/shaping.hpp"
#include "text/utf8.hpp"
#include "ui/kit/browser_sheets.hpp"
#include "ui/kit/fonts.hpp"
#include "ui/kit/picture_sheets.hpp"

namespace weft::ui::shaped {
namespace {

constexpr std::size_t most_bytes = 1024;
/// Each takes up to `most_bytes` and about a hundred more.
constexpr std::size_t most_entries = 8192;

/// In parts of a line's height: marks above and below the letters reach out of it. What towers higher is cut
/// off.
constexpr float above_line = 0.25F;
constexpr float picture_height = 1.5F;

enum class Wish : std::uint8_t { measure, draw, break_line };

/// What an entry answers. Its bytes, with the text behind them, are the entry's key.
struct Request {
  float room = any_room;
  float font_size = ImGui::GetFontBaked()->Size;
  /// The letters' colour, 0xRRGGBB, is in the picture, because emoji have others beside it.
  unsigned rgb = 0;
  Face face = face_of(*ImGui::GetFont());
  Flow flow = Flow::of_first_letter;
  Wish wish = Wish::measure;
};

struct Picture {
  PicturePlace place;
  int width, height;
  /// Of the pen, from the left edge.
  int pen;
};

struct Entry {
  TextShape shape{};
  std::optional<Picture> picture;
  int bytes_in_line = 0;
  int used_in_frame = 0;
};

unsigned rgb_of(ImU32 color) {
  const auto part = [color](int shift) { return (color >> static_cast<unsigned>(shift)) & 0xFFU; };
  return (part(IM_COL32_R_SHIFT) << 16U) | (part(IM_COL32_G_SHIFT) << 8U) | part(IM_COL32_B_SHIFT);
}

std::string key_of(const Request& request, std::string_view words) {
  std::array<char, sizeof(float) * 2 + sizeof(unsigned) + 3> head{};
  char* at = head.data();
  const auto append = [&at](const auto& value) {
    std::memcpy(at, &value, sizeof(value));
    at += sizeof(value);
  };
  append(request.room);
  append(request.font_size);
  append(request.rgb);
  append(static_cast<char>(request.face));
  append(static_cast<char>(request.flow));
  append(request.wish);
  std::string key;
  key.reserve(head.size() + words.size());
  return key.append(head.data(), head.size()).append(words);
}

class ShapedTexts {
 public:
  /// The answer, from an earlier frame if there is one.
  const Entry& find(const Request& request, std::string_view words);
  ImTextureData& texture(const Picture& picture) { return sheets_.texture(picture.place.sheet); }

 private:
  void begin_frame();
  void make_room();
  void answer(const Request& request, std::string_view words, Entry& entry);
  void paint(const Request& request, Entry& entry);

  std::unordered_map<std::string, Entry> entries_;
  PictureSheets sheets_;
  int frame_ = 0;
};

const Entry& ShapedTexts::find(const Request& request, std::string_view words) {
  begin_frame();
  // One byte more tells a text that is cut from one that ends there.
  std::string key = key_of(request, words.substr(0, most_bytes + 1));
  auto found = entries_.find(key);
  if (found == entries_.end()) {
    make_room();
    found = entries_.emplace(std::move(key), Entry{}).first;
    answer(request, words, found->second);
  }
  Entry& entry = found->second;
  entry.used_in_frame = frame_;
  if (entry.picture) sheets_.use(entry.picture->place.sheet);
  return entry;
}

void ShapedTexts::begin_frame() {
  if (frame_ == ImGui::GetFrameCount()) return;
  frame_ = ImGui::GetFrameCount();
  if (sheets_.start_over_if_too_many()) entries_.clear();
}

void ShapedTexts::make_room() {
  if (entries_.size() < most_entries) return;
  std::erase_if(entries_, [this](const auto& entry) { return entry.second.used_in_frame < frame_; });
}

void ShapedTexts::answer(const Request& request, std::string_view words, Entry& entry) {
  const std::string font = css_font(request.face, request.font_size);
  const std::string_view front = text::prefix_of(words, most_bytes);
  if (request.wish == Wish::break_line) {
    entry.bytes_in_line =
        weft_text_break(font.c_str(), front.data(), static_cast<int>(front.size()), request.room);
    return;
  }
  const std::string shown = text::show_controls(front);
  weft_text_shape(font.c_str(), shown.data(), static_cast<int>(shown.size()), request.room,
                  front.size() < words.size(), static_cast<int>(request.flow), &entry.shape);
  if (request.wish == Wish::draw) paint(request, entry);
}

/// What was shaped just now.
void ShapedTexts::paint(const Request& request, Entry& entry) {
  constexpr float margin = 1;
  const int pen = static_cast<int>(std::ceil(std::max(0.0F, entry.shape.left) + margin));
  // Not all browsers measure the ink of text that turns half-way.
  const float right = std::max(entry.shape.right, entry.shape.advance);
  const int width = pen + static_cast<int>(std::ceil(right + margin));
  Picture picture = {.place = {},
                     .width = std::min(width, PictureSheets::width),
                     .height = static_cast<int>(std::ceil(request.font_size * picture_height)),
                     .pen = pen};
  picture.place = sheets_.reserve(picture.width, picture.height, [this](int sheet) {
    std::erase_if(entries_, [sheet](const auto& entry) {
      return entry.second.picture && entry.second.picture->place.sheet == sheet;
    });
  });
  const float top = std::ceil(request.font_size * above_line);
  const auto [sheet, x, y] = picture.place;
  weft_text_draw(&sheets_.texture(sheet), x, y, picture.width, picture.height, static_cast<float>(x + pen),
                 static_cast<float>(y) + top + baseline_of(request.font_size), request.rgb);
  sheets_.has_drawn(picture.place, picture.width, picture.height);
  entry.picture = picture;
}

ShapedTexts& texts() {
  static ShapedTexts kept;
  return kept;
}

TextShape measure(std::string_view words, Flow flow) { return texts().find({.flow = flow}, words).shape; }

}  // namespace

float width_of(std::string_view words) { return std::ceil(measure(words, Flow::of_first_letter).advance); }

void draw(ImVec2 at, float room, std::string_view words, ImU32 color, Flow flow) {
  // A picture has to find room in a sheet.
  room = std::min(std::floor(room), static_cast<float>(PictureSheets::width) * 0.95F);
  if (std::ceil(measure(words, flow).advance) <= room) room = any_room;
  const Entry& entry =
      texts().find({.room = room, .rgb = rgb_of(color), .flow = flow, .wish = Wish::draw}, words);
  const Picture& picture = *entry.picture;
  const float top = std::ceil(ImGui::GetFontBaked()->Size * above_line);
  const ImVec2 from = {ImTrunc(at.x) - static_cast<float>(picture.pen), ImTrunc(at.y) - top};
  const auto width = static_cast<float>(picture.width);
  const auto height = static_cast<float>(picture.height);
  constexpr ImVec2 texel = {1.0F / PictureSheets::width, 1.0F / PictureSheets::height};
  const ImVec2 place = {static_cast<float>(picture.place.x), static_cast<float>(picture.place.y)};
  // The colour is in the picture; how opaque it is, is not.
  const ImU32 tint = ImGui::GetColorU32((IM_COL32_WHITE & ~IM_COL32_A_MASK) | (color & IM_COL32_A_MASK));
  ImGui::GetWindowDrawList()->AddImage(texts().texture(picture).GetTexRef(), from,
                                       {from.x + width, from.y + height},
                                       {place.x * texel.x, place.y * texel.y},
                                       {(place.x + width) * texel.x, (place.y + height) * texel.y}, tint);
}

namespace {

/// Where lines are broken, and where those that run from right to left begin; both from the left end.
struct Margins {
  float room;
  float right = 0;
};

/// Draws one paragraph, and puts below it where the next one begins. Returns how wide it is.
float draw_paragraph(ImVec2& at, Margins margins, std::string_view words, ImU32 color, Flow flow) {
  // The letter that is first in the paragraph decides for all its lines.
  if (flow == Flow::of_first_letter)
    flow = measure(words, flow).is_right_to_left != 0 ? Flow::from_right_to_left : Flow::from_left_to_right;
  float widest = 0;
  do {
    const Request next_line = {.room = margins.room, .wish = Wish::break_line};
    const int bytes = words.empty() ? 0 : texts().find(next_line, words).bytes_in_line;
    std::string_view line = words.substr(0, static_cast<std::size_t>(bytes));
    words.remove_prefix(line.size());
    while (line.ends_with(' ')) line.remove_suffix(1);
    const float width = line.empty() ? 0 : std::ceil(measure(line, flow).advance);
    const float shift = flow == Flow::from_right_to_left ? std::max(0.0F, margins.right - width) : 0;
    if (color != 0 && !line.empty()) draw({at.x + shift, at.y}, margins.room, line, color, flow);
    widest = std::max(widest, width);
    at.y += ImGui::GetFontSize();
  } while (!words.empty());
  return widest;
}

ImVec2 draw_paragraphs(ImVec2 at, Margins margins, std::string_view words, ImU32 color, Flow flow) {
  const float top = at.y;
  float widest = 0;
  while (true) {
    const std::size_t end = std::min(words.find('\n'), words.size());
    // Before it is broken into lines: what is shown for a control character is longer.
    const std::string paragraph = text::show_controls(words.substr(0, end));
    widest = std::max(widest, draw_paragraph(at, margins, paragraph, color, flow));
    if (end == words.size()) return {widest, at.y - top};
    words.remove_prefix(end + 1);
  }
}

}  // namespace

ImVec2 size_of_lines(float room, std::string_view words, Flow flow) {
  return draw_paragraphs({}, {.room = room}, words, 0, flow);
}

ImVec2 draw_lines(ImVec2 at, float room, std::string_view words, ImU32 color, Flow flow) {
  const ImVec2 size = size_of_lines(room, words, flow);
  return draw_paragraphs(at, {.room = room, .right = size.x}, words, color, flow);
}

}  // namespace weft::ui::shaped
