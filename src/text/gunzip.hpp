#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include <zlib.h>

namespace weft::text {

/// What is wrong with compressed data.
enum class GzipTrouble : std::uint8_t {
  none,
  /// It cannot be read on, or does not have the checksum or the length that it should.
  damaged,
  ends_early,
  /// It is whole, but followed by something that is neither more of it nor zeros.
  has_trailing_bytes,
  no_memory,
};

/// Unpacks a gzip file (RFC 1952) that comes in pieces of any size, of one member or several, by zlib. Memory
/// is bounded: this object, and some 50 KB. Zeros behind the last member are ignored, as gzip and Python do.
///
/// Why not by the browser's DecompressionStream: it answers later, for which nobody can wait whose thread is
/// blocked, and it takes what follows the first member for an error, with which it throws away what it has
/// unpacked and not handed out yet. This one is the same in every mode and every browser.
class Gunzip {
 public:
  /// What every member begins with.
  static constexpr std::array<std::byte, 3> magic = {std::byte{0x1F}, std::byte{0x8B}, std::byte{8}};

  Gunzip();
  ~Gunzip();
  Gunzip(const Gunzip&) = delete;
  Gunzip& operator=(const Gunzip&) = delete;

  /// Gives the next piece, which must stay as it is until `next` has returned nothing.
  void feed(std::span<const std::byte> piece);

  /// What comes next in the file that is packed, in the buffer of this object until the next call. Nothing
  /// when more is needed, and when there is trouble. What was found before that is handed out first.
  std::span<const std::byte> next();

  /// No piece follows: then this is what is wrong.
  GzipTrouble finish();
  GzipTrouble trouble() const { return trouble_; }

 private:
  bool begin_member();
  std::span<const std::byte> unpack();

  z_stream stream_ = {};
  GzipTrouble trouble_ = GzipTrouble::none;
  bool is_in_member_ = false;
  bool has_members_ = false;
  /// How many bytes between members were those with which the next one begins.
  std::size_t magic_bytes_ = 0;
  std::array<std::byte, 256 * 1024> buffer_;
};

}  // namespace weft::text
