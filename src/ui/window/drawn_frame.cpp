#include "ui/window/drawn_frame.hpp"

#include <span>

#include "imgui.h"

namespace weft::ui {
namespace {

void put(std::vector<std::byte>& to, std::span<const std::byte> bytes) {
  to.insert(to.end(), bytes.begin(), bytes.end());
}

template <typename Value>
void put_value(std::vector<std::byte>& to, const Value& value) {
  put(to, std::as_bytes(std::span(&value, 1)));
}

template <typename Value>
void put_all(std::vector<std::byte>& to, const ImVector<Value>& values) {
  put_value(to, values.Size);
  put(to, std::as_bytes(std::span(values.Data, static_cast<std::size_t>(values.Size))));
}

void put_list(std::vector<std::byte>& to, const ImDrawList& list) {
  put_all(to, list.VtxBuffer);
  put_all(to, list.IdxBuffer);
  for (const ImDrawCmd& command : list.CmdBuffer) {
    put_value(to, command.ClipRect);
    put_value(to, command.GetTexID());
    put_value(to, command.ElemCount);
  }
}

}  // namespace

bool DrawnFrame::take(const ImDrawData& data, unsigned background) {
  next_.clear();
  put_value(next_, data.DisplaySize);
  put_value(next_, background);
  for (const ImDrawList* list : data.CmdLists) put_list(next_, *list);
  if (next_ == drawn_) return false;
  drawn_.swap(next_);
  return true;
}

}  // namespace weft::ui
