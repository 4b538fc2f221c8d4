#include "lab/run.hpp"

#include <format>

#include "fiber/event.hpp"
#include "lab/lab_fixture.hpp"

namespace weft::lab {
namespace {

class RunTest : public test::LabTest {
 protected:
  void add_files(int count, std::string_view text = "one two\nthree\n") {
    for (int i = 0; i < count; ++i) add(std::string(1, static_cast<char>('A' + i)), std::string(text));
  }

  std::string completion_order() {
    std::vector<std::string> names(report().rows.size());
    for (const FileRow& row : report().rows) {
      if (row.order > 0) names.at(static_cast<std::size_t>(row.order - 1)) = row.name;
    }
    std::string order;
    for (const std::string& name : names) order += name;
    return order;
  }

  std::string statuses() {
    std::string letters;
    for (const FileRow& row : report().rows) letters += name_of(row.status)[0];
    return letters;
  }

  const RunReport& report() { return lab->runs().run().report(); }
  const FileRow& row(std::size_t index) { return report().rows.at(index); }
};

TEST_F(RunTest, fills_in_a_row_for_every_file) {
  add("a", "one two\nthree\n\xC3\xA4rger");
  const RunReport& report = run({});
  ASSERT_EQ(report.rows.size(), 1U);
  EXPECT_EQ(row(0).status, FileStatus::done);
  EXPECT_EQ(row(0).path, "/data/a");
  EXPECT_EQ(row(0).figures, (Figures{.bytes = 20, .lines = 3, .words = 4, .chars = 19, .longest_line = 7}));
  EXPECT_EQ(row(0).order, 1);
  EXPECT_EQ(row(0).progress, 1);
  EXPECT_EQ(report.totals, (Totals{.files = 1, .bytes = 20, .lines = 3, .words = 4}));
  EXPECT_EQ(report.phase, RunPhase::finished);
  EXPECT_EQ(lab->runs().run().row_of(row(0).number), &row(0));
  EXPECT_EQ(lab->runs().run().row_of(999), nullptr);
}

TEST_F(RunTest, reads_files_that_are_named_so_as_csv_in_both_modes) {
  const std::string text = "a;b;c\n1;\"2\n3\";x\n4;5\n6;7;8\n";
  add("a.CSV", text);
  add("b.tsv", text);
  add("c.txt", text);
  for (const Mode mode : {Mode::sync, Mode::async}) {
    run({.mode = mode, .chunk_bytes = 3, .cpu_passes = 3});
    for (const std::size_t index : {0, 1}) {
      EXPECT_EQ(row(index).csv, (text::CsvCounts{.rows = 3,
                                                 .columns = 3,
                                                 .fields = 11,
                                                 .bad_rows = 1,
                                                 .bad_lines = {4},
                                                 .oddities = {{text::CsvTrouble::field_count, 2, 1, 4}},
                                                 .layout = {.dialect = {.delimiter = ';'}}}));
      EXPECT_EQ(row(index).figures, row(2).figures);
    }
    EXPECT_FALSE(row(2).csv.has_value());
  }
}

TEST_F(RunTest, reads_every_file_as_csv_if_it_is_told_to) {
  add("a.txt", "a,b\n1,2\n");
  run({.csv = true});
  ASSERT_TRUE(row(0).csv.has_value());
  EXPECT_EQ(row(0).csv->rows, 1U);
}

TEST_F(RunTest, has_no_csv_figures_of_a_file_that_was_skipped_or_not_found) {
  add("small.csv", "a\n");
  lab->files().add("/data/gone.csv", 100);
  run({.min_bytes = 10});
  EXPECT_FALSE(row(0).csv.has_value());
  EXPECT_FALSE(row(1).csv.has_value());
}

TEST_F(RunTest, over_no_files_is_finished_at_once) {
  for (const Mode mode : {Mode::sync, Mode::async}) {
    const RunReport& report = run({.mode = mode});
    EXPECT_EQ(report.phase, RunPhase::finished);
    EXPECT_TRUE(report.rows.empty());
    EXPECT_EQ(report.progress(), 1);
    EXPECT_EQ(report.peak_in_flight, 0U);
  }
}

TEST_F(RunTest, in_async_mode_has_the_order_of_completion) {
  add_files(4);
  backend->hold();
  ASSERT_TRUE(lab->runs().start({.concurrency = 4}, {}));
  frames_until([&] { return backend->held() == "ABCD"; });
  for (const char* name : {"C", "A", "D", "B"}) {
    const std::size_t ended = report().ended;
    ASSERT_TRUE(backend->release(name));
    frames_until([&] { return report().ended == ended + 1; });
  }
  finish();
  EXPECT_EQ(completion_order(), "CADB");
}

TEST_F(RunTest, in_sync_mode_has_the_order_given) {
  add_files(4);
  run({.mode = Mode::sync});
  EXPECT_EQ(completion_order(), "ABCD");
  EXPECT_EQ(report().peak_in_flight, 1U);
  EXPECT_EQ(report().peak_open_files, 1U);
}

TEST_F(RunTest, works_on_exactly_as_many_files_at_once_as_it_may) {
  add_files(9);
  for (const int limit : {9, 3, 1, 20, 2, 8}) {
    const RunReport& report = run({.concurrency = limit});
    const auto expected = static_cast<std::size_t>(std::min(limit, 9));
    EXPECT_EQ(report.peak_in_flight, expected) << limit;
    EXPECT_EQ(report.peak_open_files, expected) << limit;
    EXPECT_EQ(statuses(), "ddddddddd");
  }
}

TEST_F(RunTest, gives_a_free_turn_to_the_next_file_in_line) {
  add_files(4);
  backend->hold();
  ASSERT_TRUE(lab->runs().start({.concurrency = 2}, {}));
  frames_until([&] { return backend->held() == "AB"; });
  EXPECT_EQ(statuses(), "rrqq");
  ASSERT_TRUE(backend->release("B"));
  frames_until([&] { return backend->held() == "AC"; });
  EXPECT_EQ(statuses(), "rdrq");
  backend->release_all();
  finish();
}

TEST_F(RunTest, keeps_the_fibers_of_many_files_few) {
  for (int i = 0; i < 300; ++i) add(std::format("{:03}", i), "x");
  backend->hold();
  ASSERT_TRUE(lab->runs().start({.concurrency = 4, .max_open_files = 300}, {}));
  for (int i = 0; i < 5; ++i) frame();
  EXPECT_LT(scheduler.fibers().live(), 50U);
  backend->release_all();
  finish();
  EXPECT_EQ(report().totals.files, 300U);
}

TEST_F(RunTest, finds_the_same_in_both_modes_at_every_chunk_size) {
  add("empty", "");
  add("newline", "\n");
  add("crlf", "one two\r\nthree\r\n\r\nfour");
  add("long", std::string(3000, 'x') + " " + std::string(50, '\t'));
  std::vector<Figures> reference;
  for (const std::uint32_t chunk_bytes : {1U, 2U, 7U, 64U, 4096U}) {
    for (const Mode mode : {Mode::sync, Mode::async}) {
      run({.mode = mode, .chunk_bytes = chunk_bytes, .cpu_passes = 2});
      std::vector<Figures> figures;
      for (const FileRow& row : report().rows) figures.push_back(row.figures);
      if (reference.empty()) reference = figures;
      EXPECT_EQ(figures, reference) << chunk_bytes << name_of(mode);
    }
  }
  EXPECT_EQ(reference[2].lines, 4U);
  EXPECT_EQ(reference[3].longest_line, 3051U);
}

TEST_F(RunTest, leaves_the_rest_unharmed_when_a_file_fails) {
  add_files(3);
  backend->put("directory/inside", "x");
  lab->files().add("/data/directory", 0);
  lab->files().add("/data/missing", 12);
  lab->files().add("/nowhere/at/all", -1);
  add("last", "x");
  for (const Mode mode : {Mode::sync, Mode::async}) {
    run({.mode = mode});
    EXPECT_EQ(statuses(), "dddfffd");
    EXPECT_EQ(row(3).error->code, std::errc::is_a_directory);
    EXPECT_EQ(row(4).error->code, std::errc::no_such_file_or_directory);
    EXPECT_EQ(row(5).error->code, std::errc::no_such_file_or_directory);
    EXPECT_EQ(row(4).reason, vfs::to_message(*row(4).error));
    EXPECT_EQ(report().failed, 3U);
    EXPECT_EQ(report().totals.files, 4U);
    EXPECT_EQ(report().phase, RunPhase::finished);
  }
}

TEST_F(RunTest, fails_the_files_beyond_the_limit_on_open_files) {
  add_files(5);
  const auto other = vfs::File::open(files, "/data/A");
  ASSERT_TRUE(other);
  backend->hold();
  ASSERT_TRUE(lab->runs().start({.concurrency = 3, .max_open_files = 3}, {}));
  frames_until([&] { return report().failed > 0; });
  backend->release_all();
  finish();
  EXPECT_EQ(row(2).error->code, std::errc::too_many_files_open);
  EXPECT_EQ(row(0).status, FileStatus::done);
  EXPECT_EQ(row(1).status, FileStatus::done);
  EXPECT_EQ(report().peak_open_files, 3U);
}

TEST_F(RunTest, is_refused_before_it_runs_where_its_settings_must_make_files_fail) {
  add_files(5);
  for (const Mode mode : {Mode::async, Mode::workers}) {
    const Answer answer = lab->runs().start({.mode = mode, .concurrency = 4, .max_open_files = 3}, {});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().message,
              "4 files would be read at once, but only 3 may be open: the others would fail (EMFILE). Set "
              "Files at once to 3 at most, or Open files to 4 at least.");
    EXPECT_EQ(lab->activities().notice(), answer.error().message);
    EXPECT_TRUE(report().rows.empty());
    EXPECT_FALSE(lab->activities().is_busy());
  }
  lab->preferences().configure({.mode = Mode::sync, .concurrency = 4, .max_open_files = 3});
  EXPECT_FALSE(lab->runs().start_comparison({}, {})) << "one of its contenders would fail";
  EXPECT_FALSE(lab->lesson().start()) << "ten samples are more than three";
  EXPECT_EQ(log(), "");
  EXPECT_TRUE(lab->runs().start()) << "sync opens one at a time";
  finish();
}

TEST_F(RunTest, is_not_refused_where_there_are_fewer_files_than_may_be_open) {
  add_files(3);
  add("tiny", "x");
  add("small", "y");
  EXPECT_EQ(run({.concurrency = 200, .min_bytes = 2, .max_open_files = 3}).totals.files, 3U);
  EXPECT_EQ(report().failed, 0U) << "files that are skipped are never open";
}

TEST_F(RunTest, has_the_whole_limit_whatever_steppers_hold_open) {
  add_files(8);
  lab->preferences().configure({.max_open_files = 4});
  ASSERT_TRUE(lab->stepping().open({}));
  lab->stepping().stepper()->next(4);
  frames_until([&] { return lab->stepping().stepper()->yielded() == 4; });
  EXPECT_EQ(files.open_files(), 4U);
  for (const Mode mode : {Mode::sync, Mode::async, Mode::workers}) {
    const RunReport& report = run({.mode = mode, .concurrency = 4, .max_open_files = 4});
    EXPECT_EQ(report.failed, 0U);
    EXPECT_EQ(report.totals.files, 8U);
    EXPECT_LE(report.peak_open_files, 4U);
  }
  lab->stepping().stepper()->next(20);
  frames_until([&] { return lab->stepping().stepper()->phase() == StepperPhase::finished; });
  EXPECT_EQ(lab->stepping().stepper()->yielded(), 16U) << "it stood where it stood";
}

TEST_F(RunTest, has_a_limit_on_open_files_of_its_own_only_for_as_long_as_it_lasts) {
  add_files(1);
  backend->hold();
  ASSERT_TRUE(lab->runs().start({.max_open_files = 2}, {}));
  frames_until([&] { return files.open_files() == 1; });
  EXPECT_EQ(files.open_limit(), 2U);
  backend->release_all();
  finish();
  EXPECT_EQ(files.open_limit(), static_cast<std::size_t>(lab->preferences().settings().max_open_files));
  lab->preferences().configure({.max_open_files = 7});
  EXPECT_EQ(files.open_limit(), 7U);
}

TEST_F(RunTest, logs_no_total_when_it_was_cancelled) {
  add_files(2);
  backend->hold();
  ASSERT_TRUE(lab->runs().start());
  frames_until([&] { return backend->held() != ""; });
  lab->activities().cancel();
  finish();
  EXPECT_TRUE(lab->log().text().contains("Async run cancelled after ~"));
  EXPECT_FALSE(lab->log().text().contains("total"));
}

TEST_F(RunTest, skips_files_that_are_too_small) {
  add("small", "123");
  add("exact", "1234");
  for (const Mode mode : {Mode::sync, Mode::async}) {
    backend->operations = 0;
    run({.mode = mode, .min_bytes = 4});
    EXPECT_EQ(statuses(), "sd");
    EXPECT_EQ(row(0).reason, "smaller than 4 bytes");
    EXPECT_FALSE(row(0).error);
    EXPECT_EQ(report().totals.files, 1U);
    EXPECT_EQ(backend->operations, 2) << "a skipped file is not opened";
  }
}

TEST_F(RunTest, shows_its_progress_while_it_goes_on) {
  add("a", "12345678");
  std::string seen;
  backend->on_operation = [&](int) { seen += std::format("{:.2f} ", row(0).progress); };
  run({.concurrency = 1, .chunk_bytes = 2});
  EXPECT_TRUE(seen.starts_with("0.00 0.00 ")) << seen;
  EXPECT_NE(seen.find("0.50"), std::string::npos) << seen;
  EXPECT_EQ(report().reads, 4U);
}

TEST_F(RunTest, in_sync_mode_waits_until_it_has_been_announced) {
  add_files(1);
  ASSERT_TRUE(lab->runs().start({.mode = Mode::sync}, {}));
  for (int i = 0; i < 3; ++i) test::turn_event_loop();
  EXPECT_EQ(report().phase, RunPhase::announced);
  lab->on_frame(1);
  for (int i = 0; i < 3; ++i) test::turn_event_loop();
  EXPECT_EQ(report().phase, RunPhase::announced);
  EXPECT_EQ(backend->operations, 0);
  lab->on_frame(2);
  test::turn_event_loop();
  EXPECT_EQ(report().phase, RunPhase::finished);
}

TEST_F(RunTest, asks_anew_what_is_there_before_anything_blocks_the_thread) {
  add_files(3);
  run({.mode = Mode::async});
  EXPECT_EQ(backend->refreshes, 0);
  run({.mode = Mode::sync});
  EXPECT_EQ(backend->refreshes, 1);
  EXPECT_EQ(statuses(), "ddd");
}

TEST_F(RunTest, in_sync_mode_is_announced_in_the_first_frame) {
  add_files(1);
  std::uint64_t drawn = lab->revision().value();
  ASSERT_TRUE(lab->runs().start({.mode = Mode::sync}, {}));
  test::turn_event_loop();
  lab->on_frame(1);
  EXPECT_NE(lab->revision().value(), drawn);
  EXPECT_EQ(report().phase, RunPhase::announced);
  drawn = lab->revision().value();
  lab->on_frame(2);
  test::turn_event_loop();
  EXPECT_EQ(report().phase, RunPhase::finished);
  lab->on_frame(3);
  EXPECT_NE(lab->revision().value(), drawn);
}

TEST_F(RunTest, in_sync_mode_lets_nobody_run_meanwhile) {
  add_files(5, std::string(10'000, 'x'));
  std::string seen;
  backend->on_operation = [&](int) { seen += order.empty() ? '.' : '!'; };
  fiber::Event over;
  const fiber::FiberId other = scheduler.spawn("other", [&] {
    while (!over.is_set()) {
      if (report().phase == RunPhase::running) order += 'x';
      scheduler.yield_now();
    }
  });
  run({.mode = Mode::sync, .chunk_bytes = 100});
  over.set();
  frames_until([&] { return scheduler.fibers().find(other) == nullptr; });
  EXPECT_EQ(seen.find('!'), std::string::npos);
  EXPECT_EQ(order, "");
}

TEST_F(RunTest, in_async_mode_lets_others_run_meanwhile) {
  add_files(5, std::string(10'000, 'x'));
  backend->on_operation = [&](int) {
    if (report().phase == RunPhase::running)
      scheduler.spawn("other", [this] { order += name_of(report().phase)[0]; });
  };
  run({.chunk_bytes = 1000});
  EXPECT_NE(order.find('r'), std::string::npos);
}

TEST_F(RunTest, splits_the_time_of_a_file_into_waiting_and_computing) {
  add_files(1);
  backend->hold();
  test::TestHost::get().stop_clock(1000);
  ASSERT_TRUE(lab->runs().start({}, {}));
  frames_until([&] { return backend->held() == "A"; });
  test::TestHost::get().advance(30);
  backend->release_all();
  finish();
  EXPECT_EQ(row(0).elapsed_ms, 30);
  EXPECT_EQ(row(0).wait_ms, 30);
  EXPECT_EQ(row(0).cpu_ms, 0);
  EXPECT_EQ(report().wall_ms, 30);
  EXPECT_EQ(report().longest_frame_gap_ms, 30);
}

TEST_F(RunTest, does_not_count_the_time_in_line_as_a_files_own) {
  add_files(2);
  backend->hold();
  test::TestHost::get().stop_clock(1000);
  ASSERT_TRUE(lab->runs().start({.concurrency = 1}, {}));
  frames_until([&] { return backend->held() == "A"; });
  test::TestHost::get().advance(30);
  backend->release("A");
  frames_until([&] { return backend->held() == "B"; });
  test::TestHost::get().advance(5);
  backend->release_all();
  finish();
  EXPECT_EQ(row(0).elapsed_ms, 30);
  EXPECT_EQ(row(1).elapsed_ms, 5);
  EXPECT_EQ(report().wall_ms, 35);
}

TEST_F(RunTest, takes_computing_for_computing) {
  add("a", "12345678");
  test::TestHost::get().stop_clock(1000);
  double now = 1000;
  backend->on_operation = [&](int operation) {
    // A read is begun by the fiber that computes: the clock moves while it has the processor.
    if (operation > 1) test::TestHost::get().stop_clock(now += 7);
  };
  run({.concurrency = 1, .chunk_bytes = 4});
  EXPECT_EQ(row(0).cpu_ms, 14);
  EXPECT_EQ(row(0).wait_ms, 0);
}

// As many places to cancel at as the run has operations, and one before and one after them.
class CancelledRunTest : public RunTest {
 protected:
  int operations_of_a_whole_run(const Settings& settings) {
    run(settings);
    return std::exchange(backend->operations, 0);
  }
};

TEST_F(CancelledRunTest, ends_at_any_moment_and_leaves_nothing_behind) {
  add_files(6, std::string(1000, 'x'));
  const Settings settings{.concurrency = 3, .chunk_bytes = 300};
  const int operations = operations_of_a_whole_run(settings);
  ASSERT_GT(operations, 20);
  for (int moment = 1; moment <= operations; ++moment) {
    backend->operations = 0;
    backend->on_operation = [&](int operation) {
      if (operation == moment) lab->activities().cancel();
    };
    run(settings);
    EXPECT_EQ(report().phase, statuses() == "dddddd" ? RunPhase::finished : RunPhase::cancelled);
    EXPECT_EQ(statuses().find_first_of("rqf"), std::string::npos) << statuses() << moment;
    EXPECT_EQ(files.open_files(), 0U) << moment;
    EXPECT_EQ(scheduler.operations().pending(), 0U) << moment;
    EXPECT_LE(backend->operations, moment + 6) << "nothing new is begun after it";
    EXPECT_EQ(report().ended, 6U);
    EXPECT_EQ(report().completed, report().totals.files);
  }
}

TEST_F(CancelledRunTest, keeps_what_was_counted) {
  add("a", "1\n2\n3\n4\n");
  backend->on_operation = [&](int operation) {
    if (operation == 4) lab->activities().cancel();
  };
  run({.chunk_bytes = 2});
  EXPECT_EQ(row(0).status, FileStatus::cancelled);
  EXPECT_GT(row(0).figures.lines, 0U);
  EXPECT_LT(row(0).figures.lines, 4U);
  EXPECT_EQ(row(0).order, 0);
  EXPECT_EQ(report().totals.lines, 0U) << "totals are of whole files";
}

TEST_F(CancelledRunTest, that_has_not_begun_has_only_cancelled_rows) {
  add_files(3);
  for (const Mode mode : {Mode::sync, Mode::async}) {
    ASSERT_TRUE(lab->runs().start({.mode = mode}, {}));
    lab->activities().cancel();
    finish();
    EXPECT_EQ(statuses(), "ccc");
    EXPECT_EQ(report().phase, RunPhase::cancelled);
  }
}

TEST_F(CancelledRunTest, while_it_is_announced_reads_nothing) {
  add_files(3);
  ASSERT_TRUE(lab->runs().start({.mode = Mode::sync}, {}));
  test::turn_event_loop();
  ASSERT_EQ(report().phase, RunPhase::announced);
  lab->activities().cancel();
  finish();
  EXPECT_EQ(statuses(), "ccc");
  EXPECT_EQ(backend->operations, 0);
}

TEST_F(CancelledRunTest, with_files_in_line_ends_without_opening_them) {
  add_files(6);
  backend->hold();
  ASSERT_TRUE(lab->runs().start({.concurrency = 2}, {}));
  frames_until([&] { return backend->held() == "AB"; });
  lab->activities().cancel();
  finish();
  EXPECT_EQ(statuses(), "cccccc");
  EXPECT_EQ(backend->operations, 2);
}

}  // namespace
}  // namespace weft::lab
