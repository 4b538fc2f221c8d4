#include "lab/summary.hpp"

#include <cerrno>
#include <format>
#include <limits>

#include "lab/lab_fixture.hpp"
#include "lab/parsers.hpp"

namespace weft::lab {
namespace {

constexpr auto hostile_name = "=1+2\",\n|é\xFF";
constexpr auto hostile_name_read = "'=1+2\",\n|é\uFFFD";

FileRow done_row(std::string path, double elapsed_ms) {
  return {.path = std::move(path),
          .status = FileStatus::done,
          .figures = {.bytes = 9'007'199'254'740'991, .lines = 2, .words = 3, .chars = 4, .longest_line = 5},
          .order = 1,
          .elapsed_ms = elapsed_ms,
          .wait_ms = 0.5,
          .cpu_ms = 0.25};
}

/// A file that is done, one that is skipped, and one that has failed.
RunReport report() {
  RunReport report;
  report.phase = RunPhase::finished;
  report.wall_ms = 12.3456;
  report.rows = {
      done_row(hostile_name, 1.0005),
      {.path = "/data/small", .status = FileStatus::skipped, .reason = "smaller than 100 bytes"},
      {.path = "/data/none",
       .status = FileStatus::failed,
       .error = vfs::Error{std::errc::no_such_file_or_directory, vfs::Verb::open, "/data/none", ""},
       .reason = "Cannot open it"}};
  report.totals = {.files = 1, .bytes = 9'007'199'254'740'991, .lines = 2, .words = 3};
  report.peak_in_flight = 3;
  return report;
}

std::string find(const std::string& json, const std::string& place) {
  return test::find_in_json(json, place);
}

TEST(CsvSummaryTest, has_a_header_a_record_for_each_file_and_the_totals) {
  const auto records = test::parse_csv(format_summary(report(), SummaryFormat::csv));
  ASSERT_EQ(records.size(), 5U);
  using Record = std::vector<std::string>;
  EXPECT_EQ(records[0], (Record{"path", "status", "error", "reason", "bytes", "lines", "words", "chars",
                                "longestLine", "order", "elapsedMs", "waitMs", "cpuMs", "rows", "columns",
                                "badRows", "encoding", "compression"}));
  EXPECT_EQ(records[1],
            (Record{hostile_name_read, "done", "", "", "9007199254740991", "2", "3", "4", "5", "1",
                    std::format("{:.3f}", 1.0005), "0.500", "0.250", "", "", "", "UTF-8", ""}));
  EXPECT_EQ(records[2], (Record{"/data/small", "skipped", "", "smaller than 100 bytes", "0", "0", "0", "0",
                                "0", "0", "0.000", "0.000", "0.000", "", "", "", "UTF-8", ""}));
  EXPECT_EQ(records[3], (Record{"/data/none", "failed", "ENOENT", "", "0", "0", "0", "0", "0", "0", "0.000",
                                "0.000", "0.000", "", "", "", "UTF-8", ""}));
  EXPECT_EQ(records[4], (Record{"total", "finished", "", "", "9007199254740991", "2", "3", "", "", "",
                                std::format("{:.3f}", 12.3456), "", "", "", "", "", "", ""}));
}

TEST(CsvSummaryTest, has_the_rows_of_files_that_were_read_as_csv) {
  RunReport run;
  run.rows = {done_row("/data/a.csv", 1)};
  run.rows[0].csv = text::CsvCounts{.rows = 7, .columns = 3, .bad_rows = 2};
  const auto records = test::parse_csv(format_summary(run, SummaryFormat::csv));
  const std::vector<std::string> last(records[1].end() - 5, records[1].end());
  EXPECT_EQ(last, (std::vector<std::string>{"7", "3", "2", "UTF-8", ""}));
  EXPECT_EQ(find(format_summary(run, SummaryFormat::json), "files.0.csv"),
            R"({"rows":7,"columns":3,"badRows":2})");
  EXPECT_NE(format_summary(run, SummaryFormat::markdown).find("| 7 | 3 | 2 |"), std::string::npos);
}

TEST(CsvSummaryTest, tells_how_files_are_written) {
  RunReport run;
  run.rows = {done_row("/data/a.txt.gz", 1)};
  run.rows[0].form = {.encoding = text::Encoding::utf16_le, .is_gzip = true, .packed_bytes = 9};
  EXPECT_TRUE(test::parse_csv(format_summary(run, SummaryFormat::csv))[1].back() == "gzip");
  const std::string json = format_summary(run, SummaryFormat::json);
  EXPECT_EQ(find(json, "files.0.encoding"), text::name_of(text::Encoding::utf16_le));
  EXPECT_EQ(find(json, "files.0.compression"), "gzip");
  EXPECT_TRUE(format_summary(run, SummaryFormat::markdown).contains("| gzip |"));
}

TEST(CsvSummaryTest, ends_its_lines_as_rfc_4180_says) {
  const std::string text = format_summary({}, SummaryFormat::csv);
  EXPECT_TRUE(text.ends_with("\r\n"));
  EXPECT_EQ(std::ranges::count(text, '\n'), std::ranges::count(text, '\r'));
}

TEST(JsonSummaryTest, has_the_shape_of_the_run_report) {
  const std::string json = format_summary(report(), SummaryFormat::json);
  EXPECT_EQ(find(json, "mode"), "async");
  EXPECT_EQ(find(json, "cancelled"), "false");
  EXPECT_EQ(find(json, "wallMs"), "12.346");
  EXPECT_EQ(find(json, "totals"), R"({"files":1,"bytes":9007199254740991,"lines":2,"words":3})");
  EXPECT_EQ(find(json, "peakInFlight"), "3");
  EXPECT_EQ(find(json, "files.length"), "3");
  EXPECT_EQ(find(json, "files.0.path"), "=1+2\",\n|é\uFFFD");
  EXPECT_EQ(find(json, "files.0.bytes"), "9007199254740991");
  EXPECT_EQ(find(json, "files.0.error"), "undefined");
  EXPECT_EQ(find(json, "files.0.longestLine"), "5");
  EXPECT_EQ(find(json, "files.1.reason"), "smaller than 100 bytes");
  EXPECT_EQ(find(json, "files.2.error.code"), "ENOENT");
  EXPECT_EQ(find(json, "files.2.error.message"), vfs::to_message(*report().rows[2].error));
  EXPECT_EQ(find(json, "files.2.reason"), "undefined");
}

TEST(JsonSummaryTest, of_a_cancelled_run_says_so_and_of_no_files_has_none) {
  RunReport cancelled;
  cancelled.phase = RunPhase::cancelled;
  EXPECT_EQ(find(format_summary(cancelled, SummaryFormat::json), "cancelled"), "true");
  EXPECT_EQ(find(format_summary({}, SummaryFormat::json), "files"), "[]");
}

TEST(JsonSummaryTest, has_numbers_whatever_the_clock_says) {
  RunReport odd;
  odd.rows = {done_row("a", std::numeric_limits<double>::quiet_NaN()), done_row("b", -1)};
  const std::string json = format_summary(odd, SummaryFormat::json);
  EXPECT_EQ(find(json, "files.0.elapsedMs"), "0");
  EXPECT_EQ(find(json, "files.1.elapsedMs"), "0");
}

TEST(MarkdownSummaryTest, is_one_table_whose_rows_have_the_same_cells) {
  const std::string text = format_summary(report(), SummaryFormat::markdown);
  EXPECT_TRUE(text.starts_with(
      "# Async run\n\n1 of 3 files done in 12.346 ms, 3 in work at once at most.\n\n| File |"))
      << text;
  std::size_t rows = 0;
  for (std::size_t at = text.find("\n|"); at != std::string::npos; at = text.find("\n|", at + 1)) {
    std::string line = text.substr(at + 1, text.find('\n', at + 1) - at - 1);
    const auto escaped = std::ranges::count(line, '\\');
    EXPECT_EQ(std::ranges::count(line, '|') - (line.contains("\\|") ? 1 : 0), 19) << line << escaped;
    ++rows;
  }
  EXPECT_EQ(rows, 2U + 3U + 1U);
  EXPECT_TRUE(text.contains("| =1+2\", \\|é\uFFFD | done |")) << text;
}

TEST(SummaryFormatTest, goes_by_its_name) {
  for (const SummaryFormat format : summary_formats) EXPECT_EQ(summary_format_from(name_of(format)), format);
  EXPECT_EQ(summary_format_from("xls"), std::nullopt);
  EXPECT_EQ(summary_name(SummaryFormat::markdown), "summary.md");
}

class SummaryTest : public test::LabTest {
 protected:
  std::string content(const std::string& path) {
    auto file = vfs::File::open(files, path);
    if (!file) return vfs::to_message(file.error());
    std::string bytes(file->size(), '\0');
    EXPECT_EQ(file->read_at(0, std::as_writable_bytes(std::span(bytes))), bytes.size());
    return bytes;
  }

  /// "path /data/summary.csv", or the code of the failure.
  void write(SummaryFormat format) {
    order.clear();
    ASSERT_TRUE(lab->results().write(format, [this](const vfs::Result<std::string>& path) {
      EXPECT_FALSE(lab->activities().is_busy());
      order = path ? "path " + *path : std::string(vfs::name_of(path.error().code));
    }));
    finish();
  }

  void cancel_at_operation(int moment) {
    backend->operations = 0;
    backend->on_operation = [this, moment](int operation) {
      if (operation == moment) lab->activities().cancel();
    };
  }
};

TEST_F(SummaryTest, is_written_beside_the_samples_in_each_format) {
  add("a.txt", "one two\n");
  run({});
  for (const SummaryFormat format : summary_formats) {
    write(format);
    const std::string path = "/data/" + summary_name(format);
    EXPECT_EQ(order, "path " + path);
    EXPECT_EQ(content(path), format_summary(lab->runs().run().report(), format));
    EXPECT_EQ(lab->results().summary().phase, SummaryPhase::written);
    EXPECT_EQ(lab->results().summary().size, static_cast<double>(content(path).size()));
    EXPECT_TRUE(log().ends_with(std::format("Wrote {}: {} bytes\n", path.substr(1), content(path).size())));
  }
}

TEST_F(SummaryTest, of_no_run_is_refused_in_words) {
  for (const Answer& answer :
       {lab->results().write(SummaryFormat::csv), lab->results().download(SummaryFormat::csv)}) {
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().message, "There are no results to save yet: run first.");
    EXPECT_EQ(lab->activities().notice(), answer.error().message);
  }
  EXPECT_EQ(backend->operations, 0);
}

TEST_F(SummaryTest, waits_for_the_end_of_the_run) {
  add("a", "x");
  run({});
  ASSERT_TRUE(lab->runs().start());
  ASSERT_FALSE(lab->results().write(SummaryFormat::csv));
  EXPECT_EQ(lab->activities().notice(), "A run is under way: wait for its end, or cancel it.");
  finish();
}

TEST_F(SummaryTest, of_a_cancelled_run_holds_what_was_done) {
  add("a", "x");
  add("b", "y");
  backend->on_operation = [this](int) { lab->activities().cancel(); };
  run({});
  backend->on_operation = {};
  write(SummaryFormat::json);
  EXPECT_EQ(find(content("/data/summary.json"), "cancelled"), "true");
  EXPECT_EQ(find(content("/data/summary.json"), "files.1.status"), "cancelled");
}

TEST_F(SummaryTest, leaves_the_old_one_when_there_is_no_room_for_a_new_one) {
  add("a", "x");
  run({});
  write(SummaryFormat::csv);
  const std::string old = content("/data/summary.csv");
  run({});
  for (const auto& [number, name] : {std::pair(ENOSPC, "ENOSPC"), {EIO, "EIO"}}) {
    backend->write_error = number;
    write(SummaryFormat::csv);
    EXPECT_EQ(order, name);
    EXPECT_EQ(content("/data/summary.csv"), old);
    EXPECT_EQ(lab->results().summary().phase, SummaryPhase::failed);
    EXPECT_EQ(lab->activities().notice(), lab->results().summary().error);
    EXPECT_TRUE(lab->activities().notice().starts_with("Cannot write /data/summary.csv: "))
        << lab->activities().notice();
    EXPECT_TRUE(lab->activities().notice().contains(name)) << lab->activities().notice();
    EXPECT_EQ(lab->runs().run().report().totals.files, 1U) << "the results stay";
  }
}

TEST_F(SummaryTest, says_that_there_is_nowhere_to_write_to) {
  lab::Environment nowhere = environment();
  nowhere.sample_directory = "/nowhere";
  lab.reset();
  lab.emplace(std::move(nowhere));
  add("a", "x");
  run({});
  write(SummaryFormat::markdown);
  EXPECT_EQ(order, "EACCES");
  EXPECT_TRUE(lab->activities().notice().starts_with("Cannot create /nowhere/summary.md: "))
      << lab->activities().notice();
}

TEST_F(SummaryTest, may_be_cancelled_half_way_and_leaves_the_old_one) {
  add("a", "x");
  run({});
  backend->put("summary.csv", "the old one");
  // The first operation creates a new file, the second writes to it.
  for (const int moment : {1, 2}) {
    cancel_at_operation(moment);
    write(SummaryFormat::csv);
    backend->on_operation = {};
    EXPECT_EQ(order, "ECANCELED") << moment;
    EXPECT_EQ(content("/data/summary.csv"), "the old one") << moment;
    EXPECT_EQ(lab->results().summary().phase, SummaryPhase::cancelled);
    EXPECT_EQ(lab->activities().notice(), "");
    EXPECT_EQ(scheduler.operations().pending(), 0U);
  }
  write(SummaryFormat::csv);
  EXPECT_EQ(content("/data/summary.csv"), format_summary(lab->runs().run().report(), SummaryFormat::csv));
}

TEST_F(SummaryTest, is_the_old_one_or_the_new_one_whenever_it_is_cancelled) {
  add("a", "x");
  run({});
  const std::string whole = format_summary(lab->runs().run().report(), SummaryFormat::csv);
  std::string outcomes;
  for (int turns = 0; turns < 12; ++turns) {
    backend->put("summary.csv", "the old one");
    ASSERT_TRUE(lab->results().write(SummaryFormat::csv));
    for (int turn = 0; turn < turns; ++turn) frame();
    lab->activities().cancel();
    finish();
    const std::string left = content("/data/summary.csv");
    EXPECT_TRUE(left == "the old one" || left == whole) << left;
    EXPECT_EQ(left == whole, lab->results().summary().phase == SummaryPhase::written);
    outcomes += left == whole ? 'n' : 'o';
  }
  EXPECT_TRUE(outcomes.starts_with("o") && outcomes.ends_with("n")) << outcomes;
}

TEST_F(SummaryTest, is_offered_as_it_was_read_back) {
  add("a", "x");
  run({});
  for (const SummaryFormat format : summary_formats) {
    ASSERT_TRUE(lab->results().download(format));
    finish();
    EXPECT_EQ(lab->results().summary().phase, SummaryPhase::offered);
    EXPECT_EQ(offered, std::format("{} {}\n{}", summary_name(format), media_type_of(format),
                                   content("/data/" + summary_name(format))));
  }
  // Create, write, open, read: what is read back is what the backend has, not what was meant to be in it.
  backend->operations = 0;
  backend->on_operation = [this](int operation) {
    if (operation == 3) backend->put("summary.csv", "something else");
  };
  ASSERT_TRUE(lab->results().download(SummaryFormat::csv));
  finish();
  EXPECT_TRUE(offered.ends_with("\nsomething else")) << offered;
}

TEST_F(SummaryTest, is_not_offered_if_it_is_cancelled_or_cannot_be_written) {
  add("a", "x");
  run({});
  for (const int moment : {1, 2, 3, 4}) {
    cancel_at_operation(moment);
    ASSERT_TRUE(lab->results().download(SummaryFormat::csv));
    finish();
    EXPECT_EQ(lab->results().summary().phase, SummaryPhase::cancelled) << moment;
  }
  backend->on_operation = {};
  backend->write_error = ENOSPC;
  ASSERT_TRUE(lab->results().download(SummaryFormat::csv));
  finish();
  EXPECT_EQ(lab->results().summary().phase, SummaryPhase::failed);
  EXPECT_EQ(offered, "");
}

TEST_F(SummaryTest, of_an_earlier_run_is_not_told_of_the_next) {
  add("a", "x");
  run({});
  write(SummaryFormat::csv);
  run({});
  EXPECT_EQ(lab->results().summary().phase, SummaryPhase::idle);
}

TEST_F(SummaryTest, is_no_sample) {
  for (const char* name : {"summary.csv", "summary.json", "summary.md"}) backend->put(name, "x");
  lab->samples().start();
  finish();
  EXPECT_EQ(lab->files().list().size(), 10U) << "there were no samples, so they are written";
  for (const SummaryFormat format : summary_formats) {
    EXPECT_EQ(lab->files().list().find("/data/" + summary_name(format)), nullptr);
    EXPECT_TRUE(files.exists("/data/" + summary_name(format)));
  }
}

TEST_F(SummaryTest, leaves_out_of_its_totals_what_was_skipped) {
  add("small", "x");
  add("large", std::string(100, 'x'));
  run({.min_bytes = 100});
  write(SummaryFormat::json);
  const std::string json = content("/data/summary.json");
  EXPECT_EQ(find(json, "files.0.reason"), "smaller than 100 bytes");
  EXPECT_EQ(find(json, "totals"), R"({"files":1,"bytes":100,"lines":1,"words":1})");
}

}  // namespace
}  // namespace weft::lab
