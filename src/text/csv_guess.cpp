#include "text/csv_guess.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "text/csv_header.hpp"
#include "text/csv_more_header.hpp"
#include "text/csv_trial.hpp"

namespace weft::text {
namespace {

constexpr std::array usual_delimiters = {',', '\t', '|', ';'};
/// Where none of these will do. What they stand in often is prose, or a time.
constexpr std::array rare_delimiters = {'^', '~', ' ', ':', '#', '\x1F', '\x01'};
constexpr std::uint64_t fields_to_be_sure = 3;
/// What a table may have above it.
constexpr std::size_t most_rows_above = 64;

class Guess {
 public:
  Guess(std::string_view head, bool is_whole, const CsvOptions& options, const CsvLayout& start)
      : head_(head), is_whole_(is_whole), options_(options), start_(start) {}

  CsvLayout run() {
    guess_dialect();
    CsvLayout layout = best_->layout();
    begin_table(layout);
    layout.dialect.has_padding = is_padded(layout);
    layout.has_header = options_.header_line ? *options_.header_line != 0
                                             : has_header(table_of(layout), layout.dialect, is_whole_);
    if (layout.has_header)
      layout.more_header_rows = count_more_header_rows(table_of(layout), layout.dialect, is_whole_);
    return layout;
  }

 private:
  CsvTrial trial(const CsvDialect& dialect) const {
    CsvLayout layout = start_;
    layout.dialect = dialect;
    return {layout, head_, is_whole_};
  }

  CsvDialect plain() const {
    const char quote = options_.delimiter == '"' ? '\'' : '"';
    return {.delimiter = options_.delimiter.value_or(','), .quote = options_.quote.value_or(quote)};
  }

  void guess_dialect() {
    if (options_.delimiter) {
      best_ = trial(plain());
    } else {
      guess_as_papa_parse_does();
    }
    try_other_quotes();
    if (!options_.delimiter && !is_good(*best_) && !best_->is_perfect()) try_rare_delimiters();
  }

  void guess_as_papa_parse_does() {
    std::optional<CsvTrial> most_even;
    for (const char delimiter : usual_delimiters) {
      if (delimiter == options_.quote) continue;
      CsvDialect dialect = plain();
      dialect.delimiter = delimiter;
      CsvTrial other = trial(dialect);
      if (other.cuts_in_two() && (!most_even || other.is_more_even_than(*most_even))) most_even = other;
      if (!best_ || (other.has_table() && other.quality() > best_->quality())) best_ = std::move(other);
    }
    constexpr double clearly = 1.25;
    if (most_even && best_->quality() <= clearly * most_even->quality()) best_ = std::move(most_even);
  }

  void try_other_quotes() {
    if (!options_.quote && options_.delimiter != '\'' && has_fields_in('\'')) try_quote('\'', false);
    const char quote = best_->layout().dialect.quote;
    if (!best_->is_perfect() && quote != '\\' && head_.contains(std::string{'\\', quote}))
      try_quote(quote, true);
  }

  void try_quote(char quote, bool has_backslashes) {
    const char present = best_->layout().dialect.delimiter;
    try_dialect({.delimiter = present, .quote = quote, .has_backslashes = has_backslashes});
    if (options_.delimiter) return;
    for (const char delimiter : usual_delimiters)
      if (delimiter != present)
        try_dialect({.delimiter = delimiter, .quote = quote, .has_backslashes = has_backslashes});
  }

  // A better table makes another dialect believed, or as good a one with the same delimiter that has less
  // trouble, or makes quotes of apostrophes where nothing else is quoted.
  void try_dialect(const CsvDialect& dialect) {
    CsvTrial other = trial(dialect);
    if (other.rows_in_trouble() > 0) return;
    // Where quotes go well without them, backslashes take more than a row or two to be believed.
    const bool is_needed = best_->rows_in_trouble() > 0 || other.usual_rows() >= rows_to_be_sure;
    if (dialect.has_backslashes && !is_needed) return;
    const CsvDialect& present = best_->layout().dialect;
    const bool has_evidence =
        best_->rows_in_trouble() > 0 || (dialect.quote != present.quote && !has_fields_in(present.quote));
    const bool is_as_good =
        has_evidence && other.quality() == best_->quality() && dialect.delimiter == present.delimiter;
    if (is_as_good || other.quality() > best_->quality()) best_ = std::move(other);
  }

  /// It stands at the beginning of fields, and at the end of fields.
  bool has_fields_in(char quote) const {
    const char delimiter = best_->layout().dialect.delimiter;
    const auto is_end = [&](char byte) { return byte == delimiter || byte == '\n' || byte == '\r'; };
    bool is_opened = false;
    bool is_closed = false;
    for (std::size_t at = static_cast<std::size_t>(start_.begin); at < head_.size(); ++at) {
      if (head_[at] != quote) continue;
      is_opened = is_opened || at == start_.begin || is_end(head_[at - 1]);
      is_closed = is_closed || at + 1 == head_.size() || is_end(head_[at + 1]);
    }
    return is_opened && is_closed;
  }

  void try_rare_delimiters() {
    for (const char delimiter : rare_delimiters) {
      CsvDialect dialect = best_->layout().dialect;
      if (delimiter == dialect.quote) continue;
      dialect.delimiter = delimiter;
      CsvTrial other = trial(dialect);
      const bool is_sure = is_good(other) && other.usual_fields() >= fields_to_be_sure &&
                           other.usual_rows() >= rows_to_be_sure && has_letters_in_each_field(other);
      if (is_sure && other.quality() > best_->quality()) best_ = std::move(other);
    }
  }

  /// Of the header, as names have them, and times have not.
  bool has_letters_in_each_field(const CsvTrial& table) const {
    bool has_letter = false;
    const char delimiter = table.layout().dialect.delimiter;
    for (std::size_t at = static_cast<std::size_t>(table.rows()[table.first_usual_row()].begin);
         at < head_.size() && head_[at] != '\n' && head_[at] != '\r'; ++at) {
      if (head_[at] == delimiter && !has_letter) return false;
      if (head_[at] == delimiter) {
        has_letter = false;
      } else {
        has_letter = has_letter || (head_[at] | 0x20) >= 'a';
      }
    }
    return has_letter;
  }

  static std::size_t rows_below(const CsvTrial& table) {
    return table.rows().size() - table.first_usual_row();
  }

  /// From its first row on nearly all are alike.
  static bool is_good(const CsvTrial& table) {
    return table.usual_rows() > 1 && table.usual_rows() * 10 >= rows_below(table) * 9;
  }

  std::string_view table_of(const CsvLayout& layout) const {
    return head_.substr(static_cast<std::size_t>(layout.begin));
  }

  std::string_view row_text(const CsvTrialRow& row) const {
    const std::string_view from = head_.substr(static_cast<std::size_t>(row.begin));
    return from.substr(0, from.find_first_of("\r\n"));
  }

  // Empty rows above it are stepped over in any case.
  void begin_table(CsvLayout& layout) const {
    const std::vector<CsvTrialRow>& rows = best_->rows();
    if (rows.empty()) return;
    const CsvTrialRow& first = rows[options_.header_line ? 0 : header_row()];
    layout.begin = first.begin;
    layout.first_line = first.line;
  }

  std::size_t header_row() const {
    const std::vector<CsvTrialRow>& rows = best_->rows();
    const std::uint64_t fields = best_->usual_fields();
    if (!best_->has_table() && !is_good(*best_)) return 0;
    std::size_t header = best_->first_usual_row();
    if (header > std::min(most_rows_above, best_->usual_rows())) return 0;
    for (const CsvTrialRow& row : std::span(rows).first(header))
      if (row.fields > fields / 2 && !row_text(row).starts_with('#')) return 0;
    std::size_t titles = header;
    while (titles + 1 < rows.size() && is_padded_title(rows[titles])) ++titles;
    return titles > header && looks_like_header(rows[titles]) ? titles : header;
  }

  /// A single field, or none, and the delimiters of the others: "Sales in May,,,".
  bool is_padded_title(const CsvTrialRow& row) const {
    const std::uint64_t others = best_->usual_fields() - 1;
    const std::string_view text = row_text(row);
    return row.fields == others + 1 && others >= 2 &&
           text.ends_with(std::string(static_cast<std::size_t>(others), best_->layout().dialect.delimiter));
  }

  /// As many fields as the others, of which none is empty or a number.
  bool looks_like_header(const CsvTrialRow& row) const {
    if (row.fields != best_->usual_fields()) return false;
    const char delimiter = best_->layout().dialect.delimiter;
    char before = delimiter;
    for (const char byte : row_text(row)) {
      if (before == delimiter && (byte == delimiter || (byte >= '0' && byte <= '9'))) return false;
      before = byte;
    }
    return before != delimiter;
  }

  /// Every delimiter of the table's rows has one blank behind it.
  bool is_padded(const CsvLayout& layout) const {
    if (layout.dialect.delimiter == ' ' || !is_good(*best_)) return false;
    const std::string_view table = table_of(layout);
    const std::string padded = {layout.dialect.delimiter, ' '};
    if (!table.contains(padded)) return false;
    CsvDialect dialect = layout.dialect;
    std::size_t delimiters = 0;
    bool is_quoted = false;
    for (std::size_t at = 0; at < table.size(); ++at) {
      if (table[at] == dialect.quote) is_quoted = !is_quoted;
      if (is_quoted || table[at] != dialect.delimiter) continue;
      const std::string_view behind = table.substr(at + 1);
      if (behind.empty()) break;
      if (!behind.starts_with(' ') || behind.starts_with("  ")) return false;
      ++delimiters;
    }
    return delimiters >= rows_to_be_sure;
  }

  std::string_view head_;
  bool is_whole_;
  const CsvOptions& options_;
  CsvLayout start_;
  std::optional<CsvTrial> best_;
};

std::size_t behind_line(std::string_view head, std::size_t from) {
  const std::size_t end = std::min(head.size(), head.find_first_of("\r\n", from));
  return std::min(head.size(), end + (head.substr(end).starts_with("\r\n") ? 2 : 1));
}

/// That which a first line `sep=;` tells, as Excel writes and reads it: a character of ASCII that is no
/// quote.
std::optional<char> told_delimiter(std::string_view text) {
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  const bool is_told = line.size() == 5 && (line.starts_with("sep=") || line.starts_with("SEP="));
  const bool can_be = is_told && static_cast<unsigned char>(line[4]) < 0x80 && line[4] != '"';
  return can_be ? std::optional(line[4]) : std::nullopt;
}

}  // namespace

std::size_t byte_order_mark_size(std::string_view text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  return text.starts_with(mark) ? mark.size() : 0;
}

CsvLayout guess_layout(std::string_view head, bool is_whole, const CsvOptions& options) {
  is_whole = is_whole && head.size() <= csv_guess_bytes;
  head = head.substr(0, csv_guess_bytes);
  CsvLayout start;
  start.begin = byte_order_mark_size(head);
  if (options.dialect) {
    start.dialect = *options.dialect;
    start.has_header = options.header_line != 0;
    return start;
  }
  CsvOptions known = options;
  const std::optional<char> told = told_delimiter(head.substr(start.begin));
  if (told && options.header_line.value_or(0) == 0) {
    start.first_line = 2;
    start.begin = behind_line(head, start.begin);
    if (!known.delimiter) known.delimiter = told;
  }
  return Guess(head, is_whole, known, start).run();
}

}  // namespace weft::text
