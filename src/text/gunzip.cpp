#include "text/gunzip.hpp"

namespace weft::text {
namespace {

// What inflateInit2 takes for a gzip header and checksum, with the largest window there is.
constexpr int gzip_with_window = 16 + MAX_WBITS;

// zlib reads what it is given, but says so only if it is told (ZLIB_CONST).
Bytef* to_input(std::span<const std::byte> bytes) {
  return const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
}

GzipTrouble to_trouble(int status) {
  switch (status) {
    case Z_OK:
    case Z_STREAM_END:
    case Z_BUF_ERROR:  // It cannot go on without more bytes.
      return GzipTrouble::none;
    case Z_MEM_ERROR:
      return GzipTrouble::no_memory;
    default:
      return GzipTrouble::damaged;
  }
}

}  // namespace

Gunzip::Gunzip() { trouble_ = to_trouble(inflateInit2(&stream_, gzip_with_window)); }

Gunzip::~Gunzip() { inflateEnd(&stream_); }

void Gunzip::feed(std::span<const std::byte> piece) {
  stream_.next_in = to_input(piece);
  stream_.avail_in = static_cast<uInt>(piece.size());
}

std::span<const std::byte> Gunzip::next() {
  while (trouble_ == GzipTrouble::none) {
    if (!is_in_member_ && !begin_member()) return {};
    const std::span<const std::byte> piece = unpack();
    if (!piece.empty()) return piece;
    if (is_in_member_ && stream_.avail_in == 0) return {};
  }
  return {};
}

// False if more is needed, or there is none.
bool Gunzip::begin_member() {
  for (; stream_.avail_in > 0 && magic_bytes_ < magic.size(); ++stream_.next_in, --stream_.avail_in) {
    const auto byte = std::byte{*stream_.next_in};
    if (byte == magic[magic_bytes_]) {
      ++magic_bytes_;
    } else if (magic_bytes_ > 0 || byte != std::byte{0}) {
      trouble_ = has_members_ ? GzipTrouble::has_trailing_bytes : GzipTrouble::damaged;
      return false;
    }
  }
  if (magic_bytes_ < magic.size()) return false;
  magic_bytes_ = 0;
  is_in_member_ = true;

  const std::span rest(reinterpret_cast<const std::byte*>(stream_.next_in), stream_.avail_in);
  inflateReset(&stream_);
  feed(magic);
  stream_.next_out = reinterpret_cast<Bytef*>(buffer_.data());
  stream_.avail_out = 0;
  trouble_ = to_trouble(inflate(&stream_, Z_NO_FLUSH));
  feed(rest);
  return trouble_ == GzipTrouble::none;
}

std::span<const std::byte> Gunzip::unpack() {
  stream_.next_out = reinterpret_cast<Bytef*>(buffer_.data());
  stream_.avail_out = static_cast<uInt>(buffer_.size());
  const int status = inflate(&stream_, Z_NO_FLUSH);
  trouble_ = to_trouble(status);
  if (status == Z_STREAM_END) {
    is_in_member_ = false;
    has_members_ = true;
  }
  return std::span(buffer_).first(buffer_.size() - stream_.avail_out);
}

GzipTrouble Gunzip::finish() {
  if (trouble_ != GzipTrouble::none) return trouble_;
  if (is_in_member_ || !has_members_) return trouble_ = GzipTrouble::ends_early;
  if (magic_bytes_ > 0) trouble_ = GzipTrouble::has_trailing_bytes;
  return trouble_;
}

}  // namespace weft::text
