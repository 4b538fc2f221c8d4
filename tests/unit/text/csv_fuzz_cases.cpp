#include "text/csv_fuzz_cases.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace weft::test {
namespace {

CsvFields with_quotes(CsvFields rows, char quote) {
  for (std::vector<std::string>& row : rows)
    for (std::string& field : row) std::ranges::replace(field, quote_as_text, quote);
  return rows;
}

/// Of each case the text as it is, and behind all of them each text with its wrong quotes mended.
void ask_for_rows(std::span<CsvFuzzCase> cases) {
  std::vector<CsvQuestion> questions;
  for (const CsvFuzzCase& each : cases) questions.push_back(each.made.table);
  std::vector<CsvOfPython> python = ask_python_csv(questions);
  std::vector<CsvFields> rows;
  for (CsvOfPython& answer : python) rows.push_back(std::move(answer.rows));
  for (std::size_t i = 0; i < cases.size(); ++i) {
    cases[i].has_wrong_quotes = python[i].mended.contains(quote_as_text);
    questions.push_back({python[i].mended, questions[i].delimiter, questions[i].quote});
    rows.push_back(std::move(python[i].mended_rows));
  }
  std::vector<std::optional<CsvFields>> duckdb = ask_duckdb_csv(questions, rows);
  for (std::size_t i = 0; i < questions.size(); ++i) {
    CsvVerdict& verdict = i < cases.size() ? cases[i].verdict : cases[i - cases.size()].mended;
    verdict.python = with_quotes(std::move(rows[i]), questions[i].quote);
    if (duckdb[i]) verdict.duckdb = with_quotes(std::move(*duckdb[i]), questions[i].quote);
  }
}

// Quotes of the other kind are text in the table, but a pair of them may look like what they are not.
bool finds_dialect(const std::optional<CsvSniffed>& sniffed, const CsvQuestion& table) {
  const bool has_quotes = table.text.find_first_of("\"'") != std::string::npos;
  return sniffed && sniffed->delimiter == table.delimiter && (!has_quotes || sniffed->quote == table.quote);
}

// One or two rows may as well be what stands above a table, as may a first row of a single field and empty
// ones; and of a single column nobody can tell what would separate it from another one.
bool looks_like_table(const CsvFields& rows) {
  if (rows.size() < 3 || rows.front().size() < 2) return false;
  return std::ranges::any_of(rows.front().begin() + 1, rows.front().end(),
                             [](const std::string& field) { return !field.empty(); });
}

bool is_first_row_full(const CsvFields& rows) {
  return std::ranges::none_of(rows.front(), [](const std::string& field) { return field.empty(); });
}

void ask_sniffers(std::span<CsvFuzzCase> cases) {
  std::vector<CsvFuzzCase*> untouched;
  std::vector<std::string> tables;
  std::vector<std::string> wholes;
  for (CsvFuzzCase& each : cases) {
    if (!each.made.pollution.empty()) continue;
    untouched.push_back(&each);
    tables.push_back(each.made.table.text);
    wholes.push_back(each.made.whole());
  }
  const std::vector<std::optional<CsvSniffed>> python = ask_python_sniffer(tables);
  const std::vector<std::optional<CsvSniffed>> duckdb = ask_duckdb_sniffer(wholes);
  for (std::size_t i = 0; i < untouched.size(); ++i) {
    const CsvFuzzText& made = untouched[i]->made;
    untouched[i]->is_unmistakable =
        finds_dialect(python[i], made.table) && finds_dialect(duckdb[i], made.table) &&
        duckdb[i]->lines_above == made.lines_above && looks_like_table(untouched[i]->verdict.python);
    if (untouched[i]->is_unmistakable && made.above.empty() &&
        is_first_row_full(untouched[i]->verdict.python))
      untouched[i]->has_header = python[i]->has_header || duckdb[i]->has_header;
  }
}

}  // namespace

bool have_same_shape(const CsvFields& one, const CsvFields& other) {
  constexpr auto size = &CsvFields::value_type::size;
  return std::ranges::equal(one, other, {}, size, size);
}

std::vector<CsvFuzzCase> make_fuzz_cases(std::uint32_t first_seed, std::size_t count) {
  std::vector<CsvFuzzCase> cases(count);
  for (std::size_t i = 0; i < count; ++i) {
    cases[i].seed = first_seed + static_cast<std::uint32_t>(i);
    RandomTexts random(cases[i].seed);
    cases[i].made = random_fuzz_text(random);
  }
  ask_for_rows(cases);
  ask_sniffers(cases);
  return cases;
}

}  // namespace weft::test
