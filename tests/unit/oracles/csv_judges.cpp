#include "oracles/csv_judges.hpp"

#include <algorithm>
#include <string_view>

#include "oracles/packed_reader.hpp"
#include "oracles/packed_writer.hpp"
#include "oracles/script.hpp"

namespace weft::test {
namespace {

constexpr std::string_view python_script = "csv_python.py";
constexpr std::string_view duckdb_script = "csv_duckdb.cjs";

std::size_t longest_row(const CsvFields& fields) {
  std::size_t longest = 1;
  for (const auto& row : fields) longest = std::max(longest, row.size());
  return longest;
}

void put(PackedWriter& out, const CsvQuestion& question) {
  out.bytes({&question.delimiter, 1});
  out.bytes({&question.quote, 1});
  out.bytes(question.text);
}

CsvFields take_fields(PackedReader& reader) {
  CsvFields fields;
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    std::vector<std::string>& row = fields.emplace_back();
    for (std::uint64_t in_row = reader.number(); in_row > 0; --in_row) row.push_back(reader.bytes());
  }
  return fields;
}

std::vector<std::optional<CsvSniffed>> ask_sniffer(std::string_view judge,
                                                   std::span<const std::string> texts) {
  PackedWriter input;
  input.bytes("sniff");
  for (const std::string& text : texts) input.bytes(text);
  const std::string output = run_script(judge, input.packed());
  PackedReader reader(output.data());
  std::vector<std::optional<CsvSniffed>> answers(texts.size());
  for (std::optional<CsvSniffed>& answer : answers) {
    if (reader.number() == 0) continue;
    const std::string delimiter = reader.bytes();
    const std::string quote = reader.bytes();
    answer = {.delimiter = delimiter.front(),
              .quote = quote.empty() ? '\0' : quote.front(),
              .lines_above = reader.number(),
              .has_header = reader.number() != 0};
  }
  return answers;
}

}  // namespace

std::vector<CsvOfPython> ask_python_csv(std::span<const CsvQuestion> questions) {
  PackedWriter input;
  input.bytes("rows");
  for (const CsvQuestion& question : questions) put(input, question);
  const std::string output = run_script(python_script, input.packed());
  PackedReader reader(output.data());
  std::vector<CsvOfPython> answers(questions.size());
  for (CsvOfPython& answer : answers) {
    answer.mended = reader.bytes();
    answer.rows = take_fields(reader);
    answer.mended_rows = take_fields(reader);
  }
  return answers;
}

std::vector<std::optional<CsvFields>> ask_duckdb_csv(std::span<const CsvQuestion> questions,
                                                     std::span<const CsvFields> python) {
  PackedWriter input;
  input.bytes("rows");
  for (std::size_t i = 0; i < questions.size(); ++i) {
    input.number(longest_row(python[i]));
    put(input, questions[i]);
  }
  const std::string output = run_script(duckdb_script, input.packed());
  PackedReader reader(output.data());
  std::vector<std::optional<CsvFields>> answers(questions.size());
  for (std::optional<CsvFields>& answer : answers)
    if (reader.number() != 0) answer = take_fields(reader);
  return answers;
}

std::vector<std::optional<CsvSniffed>> ask_python_sniffer(std::span<const std::string> texts) {
  return ask_sniffer(python_script, texts);
}

std::vector<std::optional<CsvSniffed>> ask_duckdb_sniffer(std::span<const std::string> texts) {
  return ask_sniffer(duckdb_script, texts);
}

}  // namespace weft::test
