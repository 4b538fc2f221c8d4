#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "text/bit_reader.hpp"
#include "text/crc32.hpp"
#include "text/inflater.hpp"

namespace weft::text {

/// What is wrong with compressed data.
enum class GzipTrouble : std::uint8_t {
  none,
  /// It cannot be read on, or does not have the checksum or the length that it should.
  damaged,
  ends_early,
  /// It is whole, but followed by something that is neither more of it nor zeros.
  has_trailing_bytes,
};

/// Unpacks a gzip file (RFC 1952) that comes in pieces of any size, of one member or several, with no more
/// memory than this object has. Zeros behind the last member are ignored, as gzip and Python do.
///
/// Why not by the browser's DecompressionStream: it answers later, for which nobody can wait whose thread is
/// blocked, and it takes what follows the first member for an error, with which it throws away what it has
/// unpacked and not handed out yet. This one is the same in every mode and every browser.
class Gunzip {
 public:
  /// What every such file begins with.
  static constexpr std::array<std::byte, 3> magic = {std::byte{0x1F}, std::byte{0x8B}, std::byte{8}};

  /// Gives the next piece, which must stay as it is until `next` has returned nothing.
  void feed(std::span<const std::byte> piece) { bits_.feed(piece); }

  /// What comes next in the file that is packed, in the buffer of this object until the next call. Nothing
  /// when more is needed, and when there is trouble. What was found before that is handed out first.
  std::span<const std::byte> next();

  /// No piece follows: then this is what is wrong.
  GzipTrouble finish();
  GzipTrouble trouble() const { return trouble_; }

 private:
  /// What comes next in the file.
  enum class Part : std::uint8_t {
    magic,
    dates,
    extra_size,
    extra,
    name,
    comment,
    head_checksum,
    body,
    checksum,
    size,
    /// Behind a member: another one, zeros, or nothing.
    gap,
  };

  bool read_part();
  bool read_magic();
  bool skip();
  bool skip_words();
  void go_on_in_head(Part done);
  bool read_checksum(std::uint32_t expected, Part then);
  bool read_gap();
  std::span<const std::byte> unpack();

  BitReader bits_;
  Inflater inflater_;
  Crc32 crc32_;
  GzipTrouble trouble_ = GzipTrouble::none;
  Part part_ = Part::magic;
  bool has_members_ = false;
  std::uint32_t flags_ = 0;
  std::size_t left_to_skip_ = 0;
  /// Of the member so far; its size modulo 2^32, as it is written in the file.
  std::uint32_t crc_ = 0;
  std::uint32_t size_ = 0;
  static constexpr std::size_t piece_bytes = 256 * 1024;
  std::array<std::byte, Inflater::most_distance + piece_bytes> buffer_;
  std::size_t filled_ = 0;
};

}  // namespace weft::text
