#include "text/inflater.hpp"

#include <algorithm>
#include <cstring>

namespace weft::text {
namespace {

constexpr int end_of_block = 256;
constexpr unsigned fewest_literal_codes = 257, most_literal_codes = 286, most_distance_codes = 30;

/// Of a match's length or distance: the least one that a symbol stands for, and how many bits add to it.
struct Extent {
  std::uint16_t base;
  std::uint8_t extra;
};

constexpr std::array<Extent, 29> lengths_of = {
    {{3, 0},  {4, 0},  {5, 0},  {6, 0},   {7, 0},   {8, 0},   {9, 0},   {10, 0},  {11, 1}, {13, 1},
     {15, 1}, {17, 1}, {19, 2}, {23, 2},  {27, 2},  {31, 2},  {35, 3},  {43, 3},  {51, 3}, {59, 3},
     {67, 4}, {83, 4}, {99, 4}, {115, 4}, {131, 5}, {163, 5}, {195, 5}, {227, 5}, {258, 0}}};

constexpr std::array<Extent, 30> distances_of = {
    {{1, 0},     {2, 0},     {3, 0},     {4, 0},      {5, 1},      {7, 1},     {9, 2},     {13, 2},
     {17, 3},    {25, 3},    {33, 4},    {49, 4},     {65, 5},     {97, 5},    {129, 6},   {193, 6},
     {257, 7},   {385, 7},   {513, 8},   {769, 8},    {1025, 9},   {1537, 9},  {2049, 10}, {3073, 10},
     {4097, 11}, {6145, 11}, {8193, 12}, {12289, 12}, {16385, 13}, {24577, 13}}};

std::uint32_t reversed(std::uint32_t code, unsigned length) {
  std::uint32_t result = 0;
  for (unsigned bit = 0; bit < length; ++bit) result |= (code >> bit & 1U) << (length - 1 - bit);
  return result;
}

}  // namespace

bool Inflater::Code::build(std::span<const std::uint8_t> lengths) {
  counts.fill(0);
  fast.fill(0);
  for (const std::uint8_t length : lengths) ++counts[length];
  counts[0] = 0;
  std::array<std::uint16_t, longest_code + 2> places = {};
  std::array<std::uint32_t, longest_code + 2> codes = {};
  std::int32_t free = 1;
  for (unsigned length = 1; length <= longest_code; ++length) {
    free = free * 2 - counts[length];
    if (free < 0) return false;
    places[length + 1] = static_cast<std::uint16_t>(places[length] + counts[length]);
    codes[length + 1] = (codes[length] + counts[length]) << 1U;
  }
  // Only a single code of one bit may leave others without a meaning, and a block without matches may have
  // none.
  const unsigned used = places[longest_code + 1];
  if (free > 0 && (used > 1 || counts[1] != used)) return false;
  for (std::size_t symbol = 0; symbol < lengths.size(); ++symbol) {
    const unsigned length = lengths[symbol];
    if (length == 0) continue;
    symbols[places[length]++] = static_cast<std::uint16_t>(symbol);
    const std::uint32_t code = reversed(codes[length]++, length);
    if (length > fast_bits) continue;
    for (std::uint32_t at = code; at < fast.size(); at += 1U << length)
      fast[at] = static_cast<std::uint16_t>(symbol << 4U | length);
  }
  return true;
}

std::uint32_t Inflater::Look::take(unsigned count) {
  const auto taken = static_cast<std::uint32_t>(bits & ((std::uint64_t{1} << count) - 1));
  bits >>= count;
  left -= count;
  return taken;
}

int Inflater::Look::symbol(const Code& code) {
  const unsigned entry = code.fast[bits & ((1U << fast_bits) - 1)];
  if (entry != 0) {
    const unsigned length = entry & 15U;
    if (!has(length)) return -1;
    take(length);
    return static_cast<int>(entry >> 4U);
  }
  int value = 0, first = 0, place = 0;
  for (unsigned length = 1; length <= longest_code; ++length) {
    if (length > left) return -1;
    value |= static_cast<int>(bits >> (length - 1) & 1U);
    const int count = code.counts[length];
    if (value - first < count) {
      take(length);
      return code.symbols[static_cast<std::size_t>(place + value - first)];
    }
    place += count;
    first = (first + count) * 2;
    value *= 2;
  }
  is_damaged = true;
  return -1;
}

Inflater::Status Inflater::read(BitReader& bits, std::span<std::byte> buffer, std::size_t& filled) {
  while (true) {
    Status status = Status::ended;
    const State before = state_;
    const std::size_t filled_before = filled;
    switch (state_) {
      case State::block:
        status = read_block(bits);
        break;
      case State::stored_size:
        status = read_stored_size(bits);
        break;
      case State::stored:
        status = copy_stored(bits, buffer, filled);
        break;
      case State::sizes:
        status = read_sizes(bits);
        break;
      case State::code_lengths:
        status = read_code_lengths(bits);
        break;
      case State::lengths:
        status = read_lengths(bits);
        break;
      case State::symbols:
        status = read_symbols(bits, buffer, filled);
        break;
      case State::match:
        status = copy_match(buffer, filled);
        break;
      case State::ended:
        return Status::ended;
    }
    history_ = std::min(most_distance, history_ + (filled - filled_before));
    // A step that has gone on to the next state has all it wanted.
    if (state_ == before || status == Status::damaged) return status;
  }
}

Inflater::Status Inflater::read_block(BitReader& bits) {
  if (!bits.has(3)) return Status::wants_bits;
  is_last_ = bits.take(1) != 0;
  switch (bits.take(2)) {
    case 0:
      bits.align();
      state_ = State::stored_size;
      return Status::wants_bits;
    case 1:
      use_fixed_codes();
      state_ = State::symbols;
      return Status::wants_bits;
    case 2:
      state_ = State::sizes;
      return Status::wants_bits;
    default:
      return Status::damaged;
  }
}

Inflater::Status Inflater::read_stored_size(BitReader& bits) {
  if (!bits.has(32)) return Status::wants_bits;
  left_ = bits.take(16);
  if ((bits.take(16) ^ 0xFFFFU) != left_) return Status::damaged;
  state_ = State::stored;
  return Status::wants_bits;
}

Inflater::Status Inflater::copy_stored(BitReader& bits, std::span<std::byte> buffer, std::size_t& filled) {
  const std::size_t room = buffer.size() - filled;
  const std::size_t copied = bits.copy(buffer.subspan(filled, std::min(room, left_)));
  filled += copied;
  left_ -= copied;
  if (left_ == 0) end_block();
  return filled == buffer.size() ? Status::wants_room : Status::wants_bits;
}

Inflater::Status Inflater::read_sizes(BitReader& bits) {
  if (!bits.has(14)) return Status::wants_bits;
  literal_codes_ = bits.take(5) + fewest_literal_codes;
  distance_codes_ = bits.take(5) + 1;
  length_codes_ = bits.take(4) + 4;
  if (literal_codes_ > most_literal_codes || distance_codes_ > most_distance_codes) return Status::damaged;
  lengths_.fill(0);
  known_lengths_ = 0;
  state_ = State::code_lengths;
  return Status::wants_bits;
}

Inflater::Status Inflater::read_code_lengths(BitReader& bits) {
  constexpr std::array<std::uint8_t, 19> order = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                  11, 4,  12, 3, 13, 2, 14, 1, 15};
  for (; known_lengths_ < length_codes_; ++known_lengths_) {
    if (!bits.has(3)) return Status::wants_bits;
    lengths_[order[known_lengths_]] = static_cast<std::uint8_t>(bits.take(3));
  }
  // The codes of lengths borrow the place of the literals'.
  if (!literals_.build(std::span(lengths_).first(order.size()))) return Status::damaged;
  lengths_.fill(0);
  known_lengths_ = 0;
  state_ = State::lengths;
  return Status::wants_bits;
}

Inflater::Status Inflater::read_lengths(BitReader& bits) {
  const unsigned all = literal_codes_ + distance_codes_;
  while (known_lengths_ < all) {
    (void)bits.has(14);
    Look look{.bits = bits.peek(), .left = bits.held()};
    const int symbol = look.symbol(literals_);
    if (symbol < 0) return look.is_damaged ? Status::damaged : Status::wants_bits;
    constexpr int repeat_last = 16;
    const unsigned extra = symbol < repeat_last ? 0 : symbol == repeat_last ? 2 : symbol == 17 ? 3 : 7;
    if (!look.has(extra)) return Status::wants_bits;
    unsigned times = symbol < repeat_last ? 1 : symbol == 18 ? 11 : 3;
    times += look.take(extra);
    if (times > all - known_lengths_ || (symbol == repeat_last && known_lengths_ == 0))
      return Status::damaged;
    std::uint8_t length = 0;
    if (symbol < repeat_last) length = static_cast<std::uint8_t>(symbol);
    if (symbol == repeat_last) length = lengths_[known_lengths_ - 1];
    for (; times > 0; --times) lengths_[known_lengths_++] = length;
    bits.drop(bits.held() - look.left);
  }
  if (!use_lengths()) return Status::damaged;
  state_ = State::symbols;
  return Status::wants_bits;
}

bool Inflater::use_lengths() {
  const std::span<const std::uint8_t> lengths(lengths_);
  return lengths[end_of_block] != 0 && literals_.build(lengths.first(literal_codes_)) &&
         distances_.build(lengths.subspan(literal_codes_, distance_codes_));
}

void Inflater::use_fixed_codes() {
  for (unsigned symbol = 0; symbol < 288; ++symbol)
    lengths_[symbol] = symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8;
  (void)literals_.build(std::span(lengths_).first(288));
  std::fill_n(lengths_.begin(), 32, std::uint8_t{5});
  (void)distances_.build(std::span(lengths_).first(32));
}

Inflater::Status Inflater::read_symbols(BitReader& bits, std::span<std::byte> buffer, std::size_t& filled) {
  // The longest symbol: a length and its extra bits, a distance and its own.
  constexpr unsigned longest = 15 + 5 + 15 + 13;
  const std::size_t begin = filled;
  while (filled < buffer.size()) {
    (void)bits.has(longest);
    Look look{.bits = bits.peek(), .left = bits.held()};
    const int symbol = look.symbol(literals_);
    if (symbol < 0) return look.is_damaged ? Status::damaged : Status::wants_bits;
    if (symbol < end_of_block) {
      buffer[filled++] = std::byte(symbol);
    } else if (symbol == end_of_block) {
      bits.drop(bits.held() - look.left);
      end_block();
      return Status::wants_bits;
    } else {
      if (!read_match(look, symbol)) return look.is_damaged ? Status::damaged : Status::wants_bits;
      if (distance_ > history_ + (filled - begin)) return Status::damaged;
      state_ = State::match;
    }
    bits.drop(bits.held() - look.left);
    if (state_ == State::match) {
      copy_match(buffer, filled);
      if (left_ > 0) break;
    }
  }
  return Status::wants_room;
}

bool Inflater::read_match(Look& look, int symbol) {
  const auto kind = static_cast<std::size_t>(symbol - end_of_block - 1);
  look.is_damaged = kind >= lengths_of.size();
  if (look.is_damaged || !look.has(lengths_of[kind].extra)) return false;
  const std::size_t length = lengths_of[kind].base + look.take(lengths_of[kind].extra);
  const int far = look.symbol(distances_);
  if (far < 0) return false;
  look.is_damaged = static_cast<std::size_t>(far) >= distances_of.size();
  if (look.is_damaged) return false;
  const Extent& extent = distances_of[static_cast<std::size_t>(far)];
  if (!look.has(extent.extra)) return false;
  left_ = length;
  distance_ = extent.base + look.take(extent.extra);
  return true;
}

Inflater::Status Inflater::copy_match(std::span<std::byte> buffer, std::size_t& filled) {
  const std::size_t count = std::min(left_, buffer.size() - filled);
  std::byte* to = buffer.data() + filled;
  const std::byte* from = to - distance_;
  if (distance_ >= count) {
    std::memcpy(to, from, count);
  } else {
    for (std::size_t i = 0; i < count; ++i) to[i] = from[i];
  }
  filled += count;
  left_ -= count;
  if (left_ == 0) state_ = State::symbols;
  return Status::wants_room;
}

}  // namespace weft::text
