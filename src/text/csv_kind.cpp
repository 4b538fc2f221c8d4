#include "text/csv_kind.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

namespace weft::text {
namespace {

constexpr std::string_view blanks = " \t";
constexpr std::size_t most_digits_of_whole = 18;

/// Takes digits, signs and words from the beginning of a field.
class Field {
 public:
  explicit Field(std::string_view rest) : rest_(rest) {}

  bool is_over() const { return rest_.empty(); }

  bool take(char byte) {
    if (!rest_.starts_with(byte)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  char take_one_of(std::string_view bytes) {
    if (rest_.empty() || !bytes.contains(rest_.front())) return '\0';
    const char byte = rest_.front();
    rest_.remove_prefix(1);
    return byte;
  }

  std::string_view take_digits() {
    const std::string_view digits = rest_.substr(0, rest_.find_first_not_of("0123456789"));
    rest_.remove_prefix(digits.size());
    return digits;
  }

  /// A number of one or two digits up to `most`.
  bool take_small(int most) {
    const std::string_view digits = take_digits();
    return !digits.empty() && digits.size() <= 2 && value(digits) <= most;
  }

  static int value(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) value = 10 * value + (digit - '0');
    return value;
  }

 private:
  std::string_view rest_;
};

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

bool is_word_of(std::string_view text, std::span<const std::string_view> words) {
  constexpr auto lower = [](char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
  };
  return std::ranges::any_of(
      words, [&](std::string_view word) { return std::ranges::equal(text, word, {}, lower); });
}

CsvKind kind_of_number(std::string_view text) {
  constexpr std::array<std::string_view, 3> words = {"nan", "inf", "infinity"};
  Field field(text);
  field.take('-');
  const std::string_view digits = field.take_digits();
  if (field.is_over() && !digits.empty())
    return digits.size() <= most_digits_of_whole ? CsvKind::whole : CsvKind::number;
  const bool has_fraction = field.take('.') && !field.take_digits().empty();
  if (digits.empty() && !has_fraction) return is_word_of(text, words) ? CsvKind::number : CsvKind::text;
  if (field.take_one_of("eE") != '\0') {
    field.take_one_of("+-");
    if (field.take_digits().empty()) return CsvKind::text;
  }
  return field.is_over() ? CsvKind::number : CsvKind::text;
}

bool take_time(Field& field) {
  constexpr int last_hour = 23;
  constexpr int last_minute = 59;
  if (!field.take_small(last_hour) || !field.take(':') || !field.take_small(last_minute)) return false;
  if (!field.take(':')) return true;
  return field.take_small(last_minute) && (!field.take('.') || !field.take_digits().empty());
}

/// UTC, or hours and minutes from it.
bool take_zone(Field& field) {
  if (field.take('Z') || field.is_over()) return true;
  constexpr int furthest = 15;
  return field.take_one_of("+-") != '\0' && field.take_small(furthest) &&
         (!field.take(':') || field.take_small(furthest * 4));
}

bool is_day(int day, int month) { return day >= 1 && day <= 31 && month >= 1 && month <= 12; }

bool take_date(Field& field) {
  const std::string_view first = field.take_digits();
  const char separator = field.take_one_of("-./");
  if (separator == '\0') return false;
  const std::string_view second = field.take_digits();
  if (second.empty() || second.size() > 2 || !field.take(separator)) return false;
  const std::string_view third = field.take_digits();
  const int month = Field::value(second);
  if (first.size() == 4 && !third.empty() && third.size() <= 2) return is_day(Field::value(third), month);
  if (first.empty() || first.size() > 2 || third.size() != 4) return false;
  return is_day(Field::value(first), month) || is_day(month, Field::value(first));
}

CsvKind kind_of_date(std::string_view text) {
  Field as_time(text);
  if (take_time(as_time) && as_time.is_over()) return CsvKind::time;
  Field field(text);
  if (!take_date(field)) return CsvKind::text;
  if (field.is_over()) return CsvKind::date;
  const bool is_moment = field.take_one_of(" T") != '\0' && take_time(field) && take_zone(field);
  return is_moment && field.is_over() ? CsvKind::moment : CsvKind::text;
}

}  // namespace

CsvKind kind_of(std::string_view field) {
  constexpr std::array<std::string_view, 6> booleans = {"true", "false", "t", "f", "yes", "no"};
  const std::string_view text = without_blanks(field);
  if (text.empty()) return field.empty() ? CsvKind::empty : CsvKind::text;
  const CsvKind number = kind_of_number(text);
  if (number != CsvKind::text) return number;
  return is_word_of(text, booleans) ? CsvKind::boolean : kind_of_date(text);
}

bool stands_for_nothing(std::string_view field) {
  constexpr std::array<std::string_view, 8> words = {"na", "n/a", "null", "none", "-", "--", ".", "?"};
  return is_word_of(without_blanks(field), words);
}

CsvKind common_kind(CsvKind one, CsvKind other) {
  if (one == other || other == CsvKind::empty) return one;
  if (one == CsvKind::empty) return other;
  if (is_number(one) && is_number(other)) return CsvKind::number;
  const auto is_dated = [](CsvKind kind) { return kind == CsvKind::date || kind == CsvKind::moment; };
  return is_dated(one) && is_dated(other) ? CsvKind::moment : CsvKind::text;
}

}  // namespace weft::text
