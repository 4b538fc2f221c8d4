#pragma once

#include <cstddef>
#include <span>

#include "text/counter.hpp"
#include "text/text_decoder.hpp"
#include "text/text_form.hpp"

namespace weft::text {

/// Counts the text in a file whose bytes come in chunks of any size, whatever way it is in there; where the
/// file is cut makes no difference. The page and its workers count by this.
class TextCounter {
 public:
  explicit TextCounter(DecodeOptions options = {}) : decoder_(options) {}

  /// As those of `TextDecoder`.
  void feed(std::span<const std::byte> chunk) { decoder_.feed(chunk); }
  void finish() { decoder_.finish(); }
  TextTrouble trouble() const { return decoder_.trouble(); }
  bool is_gzip() const { return decoder_.is_gzip(); }

  /// Counts the next piece of the text and returns it. Nothing when more is needed, or there is no more.
  std::span<const std::byte> next() {
    piece_ = decoder_.next();
    before_ = counter_;
    counter_.add(piece_);
    return piece_;
  }

  /// Counts that piece once more. The figures stay as they are.
  void count_again() {
    counter_ = before_;
    counter_.add(piece_);
  }

  /// The figures of what has been fed so far, as if the text ended here.
  FileCounts counts() const;

 private:
  TextDecoder decoder_;
  Counter counter_;
  Counter before_;
  std::span<const std::byte> piece_;
};

}  // namespace weft::text
