#include "text/text_decoder.hpp"

#include <algorithm>
#include <new>
#include <utility>

namespace weft::text {
namespace {

TextTrouble to_trouble(GzipTrouble trouble) {
  switch (trouble) {
    case GzipTrouble::none:
      return TextTrouble::none;
    case GzipTrouble::damaged:
      return TextTrouble::damaged;
    case GzipTrouble::ends_early:
      return TextTrouble::ends_early;
    case GzipTrouble::has_trailing_bytes:
      return TextTrouble::has_trailing_bytes;
    case GzipTrouble::no_memory:
      return TextTrouble::no_memory;
  }
  return TextTrouble::damaged;
}

}  // namespace

std::span<const std::byte> TextDecoder::next() {
  while (true) {
    const std::span<const std::byte> piece = convert();
    if (!piece.empty()) return piece;
    if (!refill()) return end();
  }
}

std::span<const std::byte> TextDecoder::convert() {
  if (trouble_ == TextTrouble::no_memory) return {};
  if (!utf16_) return std::exchange(encoded_, {});
  const std::span<std::byte> out(piece_.get(), piece_bytes);
  return out.first(utf16_->decode(encoded_, out));
}

std::span<const std::byte> TextDecoder::end() {
  const bool is_over = is_finished_ && trouble_ == TextTrouble::none && utf16_;
  if (!is_over) return {};
  const std::span<std::byte> out(piece_.get(), piece_bytes);
  return out.first(utf16_->finish(out));
}

// Gets the next bytes to be converted; false if there are none.
bool TextDecoder::refill() {
  if (trouble_ == TextTrouble::no_memory) return false;
  if (!encoded_.empty()) return true;
  encoded_ = std::exchange(behind_head_, {});
  if (!encoded_.empty()) return true;
  const std::span<const std::byte> piece = take_encoded();
  encoded_bytes_ += piece.size();
  if (is_recognised_) {
    encoded_ = piece;
  } else if (!piece.empty()) {
    look(piece);
    return true;
  } else if (is_finished_ || trouble_ != TextTrouble::none) {
    begin(*recognise(head(), true));
    encoded_ = head().subspan(recognised_.mark_bytes);
  }
  return !encoded_.empty();
}

// Holds the beginning of the text back until there is enough of it, unless that is so at once.
void TextDecoder::look(std::span<const std::byte> piece) {
  if (head_bytes_ == 0) {
    if (const auto recognised = recognise(piece.first(std::min(piece.size(), head_.size())), false)) {
      begin(*recognised);
      encoded_ = piece.subspan(recognised->mark_bytes);
      return;
    }
  }
  const std::span<const std::byte> held = piece.first(std::min(piece.size(), head_.size() - head_bytes_));
  std::ranges::copy(held, head_.begin() + static_cast<std::ptrdiff_t>(head_bytes_));
  head_bytes_ += held.size();
  const auto recognised = recognise(head(), false);
  if (!recognised) return;
  begin(*recognised);
  encoded_ = head().subspan(recognised->mark_bytes);
  behind_head_ = piece.subspan(held.size());
}

void TextDecoder::begin(const Recognised& recognised) {
  is_recognised_ = true;
  recognised_ = recognised;
  if (recognised.encoding == Encoding::utf8) return;
  piece_.reset(new (std::nothrow) std::byte[piece_bytes]);
  if (piece_) {
    utf16_.emplace(recognised.encoding == Encoding::utf16_be);
  } else {
    trouble_ = TextTrouble::no_memory;
  }
}

// The next bytes of the text, unpacked if they have to be.
std::span<const std::byte> TextDecoder::take_encoded() {
  if (!is_start_known_ && !know_start()) return {};
  if (gunzip_ || trouble_ != TextTrouble::none) return unpack();
  if (magic_bytes_ > 0) return std::span(Gunzip::magic).first(std::exchange(magic_bytes_, 0));
  return std::exchange(raw_, {});
}

bool TextDecoder::know_start() {
  constexpr auto& magic = Gunzip::magic;
  while (!raw_.empty() && magic_bytes_ < magic.size() && raw_.front() == magic[magic_bytes_]) {
    raw_ = raw_.subspan(1);
    ++magic_bytes_;
  }
  const bool is_packed = magic_bytes_ == magic.size();
  is_start_known_ = is_packed || !raw_.empty() || is_finished_;
  if (!is_packed) return is_start_known_;
  gunzip_.reset(new (std::nothrow) Gunzip);
  if (gunzip_) {
    gunzip_->feed(magic);
  } else {
    trouble_ = TextTrouble::no_memory;
  }
  return true;
}

std::span<const std::byte> TextDecoder::unpack() {
  while (trouble_ == TextTrouble::none) {
    const std::span<const std::byte> piece = gunzip_->next();
    const std::uint64_t room = options_.most_unpacked_bytes - encoded_bytes_;
    if (piece.size() > room) trouble_ = TextTrouble::too_large;
    if (!piece.empty()) return piece.first(std::min<std::uint64_t>(piece.size(), room));
    trouble_ = to_trouble(gunzip_->trouble());
    if (trouble_ != TextTrouble::none) break;
    if (!raw_.empty()) {
      gunzip_->feed(std::exchange(raw_, {}));
    } else {
      if (is_finished_) trouble_ = to_trouble(gunzip_->finish());
      break;
    }
  }
  return {};
}

}  // namespace weft::text
