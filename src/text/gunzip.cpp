#include "text/gunzip.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace weft::text {
namespace {

constexpr std::uint32_t has_head_checksum = 2, has_extra = 4, has_name = 8, has_comment = 16, reserved = 0xE0;

}  // namespace

std::span<const std::byte> Gunzip::next() {
  while (trouble_ == GzipTrouble::none) {
    if (part_ != Part::body) {
      if (!read_part()) return {};
      continue;
    }
    const std::span<const std::byte> piece = unpack();
    if (!piece.empty() || part_ == Part::body) return piece;
  }
  return {};
}

GzipTrouble Gunzip::finish() {
  if (trouble_ != GzipTrouble::none || part_ == Part::gap) return trouble_;
  const bool is_next_member = has_members_ && part_ == Part::magic;
  return trouble_ = is_next_member ? GzipTrouble::has_trailing_bytes : GzipTrouble::ends_early;
}

// Each of these returns false if more is needed.
bool Gunzip::read_part() {
  switch (part_) {
    case Part::magic:
      return read_magic();
    case Part::extra_size:
      if (!bits_.has(16)) return false;
      left_to_skip_ = bits_.take(16);
      part_ = Part::extra;
      return true;
    case Part::dates:
    case Part::extra:
    case Part::head_checksum:
      return skip();
    case Part::name:
    case Part::comment:
      return skip_words();
    case Part::checksum:
      return read_checksum(crc_, Part::size);
    case Part::size:
      return read_checksum(size_, Part::gap);
    default:
      return read_gap();
  }
}

bool Gunzip::read_magic() {
  if (!bits_.has(32)) return false;
  bool is_magic = true;
  for (const std::byte byte : magic) is_magic = std::byte(bits_.take(8)) == byte && is_magic;
  flags_ = bits_.take(8);
  if (!is_magic) trouble_ = has_members_ ? GzipTrouble::has_trailing_bytes : GzipTrouble::damaged;
  if (is_magic && (flags_ & reserved) != 0) trouble_ = GzipTrouble::damaged;
  constexpr std::size_t time_system_and_more = 6;
  left_to_skip_ = time_system_and_more;
  part_ = Part::dates;
  return true;
}

bool Gunzip::skip() {
  for (; left_to_skip_ > 0; --left_to_skip_) {
    if (!bits_.has(8)) return false;
    bits_.drop(8);
  }
  go_on_in_head(part_);
  return true;
}

bool Gunzip::skip_words() {
  while (bits_.has(8)) {
    if (bits_.take(8) != 0) continue;
    go_on_in_head(part_);
    return true;
  }
  return false;
}

void Gunzip::go_on_in_head(Part done) {
  const auto comes = [this, done](Part part, std::uint32_t flag) {
    return done < part && (flags_ & flag) != 0;
  };
  if (comes(Part::extra_size, has_extra)) {
    part_ = Part::extra_size;
  } else if (comes(Part::name, has_name)) {
    part_ = Part::name;
  } else if (comes(Part::comment, has_comment)) {
    part_ = Part::comment;
  } else if (comes(Part::head_checksum, has_head_checksum)) {
    left_to_skip_ = 2;
    part_ = Part::head_checksum;
  } else {
    inflater_.begin();
    crc_ = size_ = 0;
    part_ = Part::body;
  }
}

std::span<const std::byte> Gunzip::unpack() {
  if (filled_ == buffer_.size()) {
    std::memcpy(buffer_.data(), buffer_.data() + piece_bytes, Inflater::most_distance);
    filled_ = Inflater::most_distance;
  }
  const std::size_t begin = filled_;
  const Inflater::Status status = inflater_.read(bits_, buffer_, filled_);
  const auto piece = std::span<const std::byte>(buffer_).subspan(begin, filled_ - begin);
  crc_ = crc32_.add(crc_, piece);
  size_ += static_cast<std::uint32_t>(piece.size());
  if (status == Inflater::Status::damaged) trouble_ = GzipTrouble::damaged;
  if (status == Inflater::Status::ended) {
    bits_.align();
    part_ = Part::checksum;
  }
  return piece;
}

bool Gunzip::read_checksum(std::uint32_t expected, Part then) {
  if (!bits_.has(32)) return false;
  if (bits_.take(32) != expected) trouble_ = GzipTrouble::damaged;
  has_members_ = true;
  part_ = then;
  return true;
}

bool Gunzip::read_gap() {
  while (bits_.has(8)) {
    if ((bits_.peek() & 0xFFU) == 0) {
      bits_.drop(8);
      continue;
    }
    part_ = Part::magic;
    return true;
  }
  return false;
}

}  // namespace weft::text
