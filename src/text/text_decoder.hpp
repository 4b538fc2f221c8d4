#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "text/encoding.hpp"
#include "text/gunzip.hpp"
#include "text/utf16.hpp"

namespace weft::text {

/// Why a text could not be decoded to its end.
enum class TextTrouble : std::uint8_t {
  none,
  damaged,
  ends_early,
  has_trailing_bytes,
  /// There is more in the compressed file than `DecodeOptions::most_unpacked_bytes`.
  too_large,
  no_memory,
};

struct DecodeOptions {
  static constexpr std::uint64_t default_most_unpacked_bytes = std::uint64_t{1} << 30U;

  /// No more than this is unpacked of a compressed file: a small one may hold any amount.
  std::uint64_t most_unpacked_bytes = default_most_unpacked_bytes;
};

/// Makes text in UTF-8, or in bytes of no known encoding, of the bytes of a file, whatever way they are in
/// it: packed by gzip, which shows by the first bytes, in UTF-16, or both. It stands between a file's chunks
/// and those who count or cut the text, on the page as in workers, and knows of neither: the mode decides how
/// bytes are waited for, not what is done with them. Bytes that are text already pass through as they are.
///
/// Where the file is cut into chunks makes no difference. Memory is bounded, whatever the file.
class TextDecoder {
 public:
  explicit TextDecoder(DecodeOptions options = {}) : options_(options) {}

  /// Gives the next chunk of the file, which must stay as it is until `next` has returned nothing. Called at
  /// the beginning, and whenever `next` has returned nothing.
  void feed(std::span<const std::byte> chunk) {
    raw_ = chunk;
    fed_bytes_ += chunk.size();
  }

  /// Says that no chunk follows.
  void finish() { is_finished_ = true; }

  /// The next piece of the text, valid until the next call. Nothing when more is needed, when all is done,
  /// and when there is trouble; what was found before that is handed out first.
  std::span<const std::byte> next();

  TextTrouble trouble() const { return trouble_; }

  /// False while too little of the text is there to tell its encoding; `head` is that little.
  bool is_recognised() const { return is_recognised_; }
  std::span<const std::byte> head() const { return std::span(head_).first(head_bytes_); }
  /// Never `other`. UTF-8 until it is recognised.
  const Recognised& recognised() const { return recognised_; }
  bool is_gzip() const { return gunzip_ != nullptr; }
  /// Of the file.
  std::uint64_t fed_bytes() const { return fed_bytes_; }
  /// Of the text so far, as it is encoded.
  std::uint64_t encoded_bytes() const { return encoded_bytes_; }

 private:
  std::span<const std::byte> convert();
  bool refill();
  void look(std::span<const std::byte> piece);
  void begin(const Recognised& recognised);
  std::span<const std::byte> take_encoded();
  bool know_start();
  std::span<const std::byte> unpack();
  std::span<const std::byte> end();

  DecodeOptions options_;
  TextTrouble trouble_ = TextTrouble::none;
  bool is_finished_ = false;

  std::span<const std::byte> raw_;
  std::uint64_t fed_bytes_ = 0;
  /// How many bytes were those that a compressed file begins with; all of them, or what comes next if it is
  /// not.
  std::size_t magic_bytes_ = 0;
  bool is_start_known_ = false;
  std::unique_ptr<Gunzip> gunzip_;

  std::uint64_t encoded_bytes_ = 0;
  bool is_recognised_ = false;
  Recognised recognised_;
  std::array<std::byte, most_head_bytes> head_;
  std::size_t head_bytes_ = 0;

  /// Bytes of the text as they are encoded: those that come next, and behind those of `head_` the others.
  std::span<const std::byte> encoded_;
  std::span<const std::byte> behind_head_;
  static constexpr std::size_t piece_bytes = 64 * 1024;
  std::optional<Utf16Decoder> utf16_;
  std::unique_ptr<std::byte[]> piece_;
};

}  // namespace weft::text
