#include <algorithm>

#include "fiber/scheduler.hpp"
#include "lab/csv_files.hpp"
#include "lab/exercises/attempt.hpp"
#include "lab/exercises/exercise_list.hpp"
#include "lab/format.hpp"
#include "reading/csv_reader.hpp"
#include "vfs/chunk_reader.hpp"

namespace weft::lab {
namespace {

// clang-format off
// How many rows are below the header.
vfs::Result<int> count_rows(
    vfs::File& file, const text::CsvOptions& how) {
  vfs::ChunkReader chunks(file, 64 * 1024);
  reading::CsvReader rows(chunks, how);
  int count = 0;
  while (true) {
    const auto row = rows.next();  // may wait
    if (!row) return std::unexpected(row.error());
    if (!*row) return count;  // the end of the file
    if (!(*row)->is_header) ++count;
  }
}
// clang-format on

/// The list's CSV files; where it has none, one that is written and put into it.
vfs::Result<Entries> csv_files(Attempt& attempt) {
  Entries entries;
  std::ranges::copy_if(attempt.parts.list.list().entries(), std::back_inserter(entries),
                       [](const FileEntry& entry) { return is_csv_name(entry.name); });
  if (!entries.empty()) return entries;
  return attempt.write("people.csv", csv_sample_text()).transform([&](FileEntry people) {
    people.number = attempt.parts.list.add(people.path, people.size);
    return Entries{people};
  });
}

vfs::Result<std::string> run(Attempt& attempt) {
  const auto files = csv_files(attempt);
  if (!files) return failed(files.error());
  attempt.keep_rows(attempt.run(*files, *attempt.quiet_settings()));
  const FileRow& first = attempt.report.rows.front();
  if (first.status != FileStatus::done || !first.csv) return what_became_of(first);
  auto file = vfs::File::open(attempt.parts.files, first.path);
  if (!file) return failed(file.error());
  const auto rows = count_rows(*file, first.csv_options);
  if (!rows) return failed(rows.error());
  const text::CsvCounts& csv = *first.csv;
  attempt.report.set("rows", "Rows of the first file", *rows);
  attempt.report.set("columns", "Columns", static_cast<double>(csv.columns));
  attempt.report.set("badRows", "Bad rows", static_cast<double>(csv.bad_rows));
  const std::string where =
      csv.bad_lines.empty() ? "" : lab::format(", the first on line {}", csv.bad_lines.front());
  return lab::format("{} has {} of {}{}. Bad rows: {}{}.", first.name,
                     plain_count_of(static_cast<std::uint64_t>(*rows), "row", "rows"),
                     plain_count_of(csv.columns, "field", "fields"),
                     csv.layout.has_header ? " below its header" : " and no header", csv.bad_rows, where);
}

}  // namespace

const Exercise parse_csv = {
    .id = "parse-csv",
    .group = ExerciseGroup::alter,
    .title = "CSV instead of text",
    .task = "Parse your CSV files, or a small one that is written for it, into rows while they are read.",
    .button = "Parse a CSV file",
    .look_at = "The reader is fed chunk by chunk: a row may begin in one and end in another.",
    .extra = ExerciseExtra::rows,
    .run = run,
    .evidence = {},
};

}  // namespace weft::lab
