// Small random texts, well-formed or spoilt in one or two ways. Where DuckDB and Python make the same rows of
// one, ours are these. WEFT_FUZZ_ROUNDS and WEFT_FUZZ_SEED repeat or lengthen it.

#include <algorithm>
#include <array>
#include <iostream>
#include <map>

#include "oracles/csv_test.hpp"
#include "oracles/fuzz.hpp"
#include "text/csv_fuzz_cases.hpp"

namespace weft::text {
namespace {

using test::CsvFields;
using test::CsvFuzzCase;
using test::CsvReading;
using test::CsvVerdict;
using test::PlainRow;

class CsvFuzzTest : public test::CsvTest {};

constexpr std::size_t texts_at_once = 2000;
constexpr std::array<std::size_t, 6> chunk_sizes = {1, 2, 3, 7, 64, 1'000'000};
constexpr int most_differences_shown = 10;

CsvFields fields_of(const std::vector<PlainRow>& rows) {
  CsvFields fields;
  for (const PlainRow& row : rows) fields.push_back(row.fields);
  return fields;
}

std::string shown(const std::string& text) {
  constexpr std::string_view special("\n\r\t\0", 4);
  std::string shown;
  for (const char byte : text) {
    const std::size_t which = special.find(byte);
    shown += which == std::string_view::npos ? std::string(1, byte) : std::string{'\\', "nrt0"[which]};
  }
  return shown;
}

std::string shown(const std::optional<CsvFields>& rows) {
  if (!rows) return "nothing";
  std::string words;
  for (const std::vector<std::string>& row : *rows) {
    words += " {";
    for (const std::string& field : row) words += '[' + shown(field) + ']';
    words += '}';
  }
  return words;
}

/// The first row whose quotes have text behind them and belong, with delimiters, to a field that is closed on
/// the same line after all. So Papa Parse has it, and so it is read if the row then has as many fields as the
/// first one, where the judges see more fields, or the row going on. The number of rows if there is none.
std::size_t first_row_after_papa_parse(const std::vector<PlainRow>& rows, const CsvFields& judged) {
  const std::size_t shared = std::min(rows.size(), judged.size());
  std::size_t i = 0;
  while (i < shared && rows[i].fields.size() == judged[i].size()) ++i;
  if (i == rows.size() && i == judged.size()) return rows.size();
  const auto is_after_papa_parse = [&](std::size_t row) {
    return rows[row].is_bad && rows[row].fields.size() == rows.front().fields.size() &&
           rows[row].fields != judged[row];
  };
  for (std::size_t row = std::min(i + 1, shared); row-- > 0;)
    if (is_after_papa_parse(row)) return row;
  return rows.size();
}

class Check {
 public:
  void run(const CsvFuzzCase& each) {
    const CsvDialect dialect{.delimiter = each.made.table.delimiter, .quote = each.made.table.quote};
    compare(each, "told all", read(each, each.made.table.text, {.dialect = dialect}).rows);
    const CsvReading told = read(
        each, each.made.whole(),
        {.delimiter = dialect.delimiter, .quote = dialect.quote, .header_line = each.made.lines_above + 1});
    // The judges were told that none escapes a quote.
    const bool is_escaped = !each.made.pollution.empty() && told.layout.dialect.has_backslashes;
    if (!is_escaped) compare(each, "told", told.rows);
    if (!each.is_unmistakable) return;
    const CsvReading guessed = read(each, each.made.whole(), {});
    compare(each, "told nothing", guessed.rows);
    if (each.has_header) compare_header(each, guessed);
  }

  /// How many texts there were of each kind.
  std::map<std::string, int> tally;
  int differences = 0;
  std::string words;

 private:
  CsvReading read(const CsvFuzzCase& each, const std::string& text, const CsvOptions& options) {
    const CsvReading whole = test::read_csv({text, text.size() + 1}, options);
    const CsvCounts counts = test::count_csv({text, text.size() + 1}, options);
    for (const std::size_t chunk_bytes : chunk_sizes) {
      const CsvReading reading = test::read_csv({text, chunk_bytes}, options);
      const bool is_alike = reading.rows == whole.rows && reading.layout == whole.layout &&
                            test::count_csv({text, chunk_bytes}, options) == counts;
      if (!is_alike) note(each, "otherwise in chunks of " + std::to_string(chunk_bytes), reading.rows);
    }
    if (!are_counts_of(whole, counts)) note(each, "counted otherwise than read", whole.rows);
    return whole;
  }

  static bool are_counts_of(const CsvReading& reading, const CsvCounts& counts) {
    std::uint64_t fields = 0;
    for (const PlainRow& row : reading.rows) fields += row.fields.size();
    const std::uint64_t headers = reading.layout.has_header && !reading.rows.empty() ? 1 : 0;
    const auto bad = std::ranges::count(reading.rows, true, &PlainRow::is_bad);
    return counts.rows == reading.rows.size() - headers && counts.fields == fields &&
           counts.bad_rows == static_cast<std::uint64_t>(bad);
  }

  void compare(const CsvFuzzCase& each, const std::string& how, const std::vector<PlainRow>& rows) {
    const CsvFields ours = fields_of(rows);
    const bool has_their_shape =
        each.verdict.is_of_shape() && test::have_same_shape(ours, each.verdict.python);
    if (!each.has_wrong_quotes && each.verdict.is_of_rows()) {
      ++tally[how + ", the same rows"];
      if (ours != each.verdict.python) note(each, how, rows);
    } else if (!each.has_wrong_quotes && each.verdict.is_of_shape()) {
      ++tally[how + ", as many rows and fields"];
      if (!has_their_shape) note(each, how, rows);
    } else if (each.has_wrong_quotes && has_their_shape) {
      ++tally[how + ", as many rows and fields despite of wrong quotes"];
    } else if (each.has_wrong_quotes && each.mended.is_of_shape()) {
      ++tally[how + ", with wrong quotes as text"];
      if (!are_mended(rows, each.mended)) note(each, how, rows);
    } else {
      ++tally[how + ", the judges do not agree"];
    }
  }

  void compare_header(const CsvFuzzCase& each, const CsvReading& guessed) {
    const std::string how = *each.has_header ? "told nothing, a header" : "told nothing, no header";
    ++tally[how];
    if (guessed.layout.has_header != *each.has_header) note(each, how, guessed.rows);
  }

  static bool are_mended(const std::vector<PlainRow>& rows, const CsvVerdict& mended) {
    const std::size_t end = first_row_after_papa_parse(rows, mended.python);
    if (end == rows.size() && rows.size() != mended.python.size()) return false;
    for (std::size_t i = 0; i < end; ++i) {
      if (rows[i].fields.size() != mended.python[i].size()) return false;
      if (mended.is_of_rows() && !rows[i].is_bad && rows[i].fields != mended.python[i]) return false;
    }
    return true;
  }

  void note(const CsvFuzzCase& each, const std::string& how, const std::vector<PlainRow>& rows) {
    if (++differences > most_differences_shown) return;
    const std::string known = std::string{each.made.table.delimiter} + ' ' + each.made.table.quote;
    words += "WEFT_FUZZ_SEED=" + std::to_string(each.seed) + " WEFT_FUZZ_ROUNDS=1, " + how + ", with " +
             known + ": " + each.made.pollution + "\n  " + shown(each.made.whole()) + "\n  Weft   " +
             shown(fields_of(rows)) + "\n  Python " + shown(each.verdict.python) + "\n  DuckDB " +
             shown(each.verdict.duckdb) + '\n';
    if (!each.has_wrong_quotes) return;
    words += "  with wrong quotes as text:\n  Python " + shown(each.mended.python) + "\n  DuckDB " +
             shown(each.mended.duckdb) + '\n';
  }
};

TEST_F(CsvFuzzTest, reads_the_rows_that_duckdb_and_python_agree_on) {
  const test::Fuzz fuzz = test::fuzz(300);
  std::cout << "  WEFT_FUZZ_SEED=" << fuzz.seed << " WEFT_FUZZ_ROUNDS=" << fuzz.rounds << '\n';
  Check check;
  for (std::size_t done = 0; done < fuzz.rounds; done += texts_at_once) {
    const auto seed = fuzz.seed + static_cast<std::uint32_t>(done);
    for (const CsvFuzzCase& each : test::make_fuzz_cases(seed, std::min(texts_at_once, fuzz.rounds - done)))
      check.run(each);
  }
  for (const auto& [kind, count] : check.tally) std::cout << "  " << count << " × " << kind << '\n';
  EXPECT_EQ(check.differences, 0) << check.words;
}

}  // namespace
}  // namespace weft::text
