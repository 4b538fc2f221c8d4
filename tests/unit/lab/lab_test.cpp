#include "lab/lab.hpp"

#include <format>

#include "lab/format.hpp"
#include "lab/lab_fixture.hpp"

namespace weft::lab {
namespace {

using LabTest = test::LabTest;

TEST_F(LabTest, takes_settings_as_far_as_they_are_in_range) {
  const std::uint64_t before = lab->revision().value();
  lab->preferences().configure({.concurrency = 5000, .latency_ms = 20});
  EXPECT_EQ(lab->preferences().settings().concurrency, 256);
  EXPECT_GT(lab->revision().value(), before);
  EXPECT_EQ(latency_ms, 20);
}

TEST_F(LabTest, sets_the_mode_and_leaves_the_other_settings) {
  lab->preferences().configure({.mode = Mode::workers, .concurrency = 5});
  lab->preferences().set_mode(next(lab->preferences().mode()));
  EXPECT_EQ(lab->preferences().settings(), (Settings{.mode = Mode::sync, .concurrency = 5}));
}

TEST_F(LabTest, remembers_settings_and_choices_when_they_have_changed) {
  lab->preferences().configure({.concurrency = 5});
  lab->preferences().configure({.concurrency = 5});
  EXPECT_EQ(remembered, 1);
  lab->preferences().choose({.sort_by = "words", .sort_descending = true});
  lab->preferences().choose({.sort_by = "words", .sort_descending = true});
  EXPECT_EQ(remembered, 2);
  EXPECT_TRUE(lab->preferences().choices().sort_descending);
}

TEST_F(LabTest, refuses_a_second_activity_in_words) {
  add("a", "x");
  ASSERT_TRUE(lab->runs().start());
  for (const Answer& answer : {lab->runs().start(), lab->runs().start_comparison(), lab->samples().write(),
                               lab->lesson().start(), lab->files().clear(), lab->files().remove(1)}) {
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().message, "A run is under way: wait for its end, or cancel it.");
    EXPECT_EQ(lab->activities().notice(), answer.error().message);
  }
  finish();
  EXPECT_EQ(lab->runs().run().report().totals.files, 1U);
  EXPECT_EQ(lab->files().list().size(), 1U);
}

TEST_F(LabTest, may_be_given_the_next_command_by_the_one_that_ends) {
  add("a", "x");
  ASSERT_TRUE(lab->runs().start([this](const RunReport& report) {
    order += name_of(report.mode())[0];
    EXPECT_FALSE(lab->activities().is_busy());
    EXPECT_TRUE(lab->runs().start({.mode = Mode::sync},
                                  [this](const RunReport& second) { order += name_of(second.mode())[0]; }));
  }));
  finish();
  EXPECT_EQ(order, "as");
}

TEST_F(LabTest, uses_other_settings_for_one_run_only) {
  add("a", "x");
  lab->preferences().configure({.concurrency = 3, .latency_ms = 5});
  double during = -1;
  backend->on_operation = [&](int) { during = latency_ms; };
  run({.concurrency = 7, .latency_ms = 1});
  EXPECT_EQ(lab->runs().run().report().settings->concurrency, 7);
  EXPECT_EQ(lab->preferences().settings().concurrency, 3);
  EXPECT_EQ(during, 1);
  EXPECT_EQ(latency_ms, 5);
}

TEST_F(LabTest, does_not_change_a_run_that_is_under_way) {
  add("a", "x");
  backend->hold();
  ASSERT_TRUE(lab->runs().start());
  frames_until([&] { return backend->held() == "a"; });
  add("b", "x");
  lab->preferences().configure({.latency_ms = 50});
  EXPECT_NE(latency_ms, 50);
  backend->release_all();
  finish();
  EXPECT_EQ(lab->runs().run().report().rows.size(), 1U);
  EXPECT_EQ(lab->files().list().size(), 2U);
  EXPECT_EQ(latency_ms, 50);
}

TEST_F(LabTest, tells_which_files_have_left_the_list) {
  add("a", "x");
  const FileNumber b = add("b", "x");
  add("c", "x");
  ASSERT_TRUE(lab->files().remove(b));
  EXPECT_EQ(removed, "/data/b ");
  EXPECT_FALSE(lab->files().remove(b));
  ASSERT_TRUE(lab->files().clear());
  EXPECT_EQ(removed, "/data/b /data/a /data/c ");
  EXPECT_TRUE(lab->files().list().empty());
}

TEST_F(LabTest, is_told_how_a_file_of_its_list_is_read_as_csv) {
  add("a.csv", "a;b\n");
  add("b.csv", "a;b\n");
  EXPECT_FALSE(lab->files().read_csv_as("/data/none.csv", {}));
  EXPECT_FALSE(lab->files().read_csv_as("/data/a.csv", {.delimiter = '"', .quote = '"'}));
  EXPECT_EQ(lab->activities().notice(), "One character cannot be separator and quote.");
  ASSERT_TRUE(lab->stepping().open(lab->files().list().entries().front().number, StepUnit::rows));
  ASSERT_TRUE(lab->files().read_csv_as("/data/b.csv", {.delimiter = ','}));
  EXPECT_NE(lab->stepping().stepper(), nullptr);
  ASSERT_TRUE(lab->files().read_csv_as("/data/a.csv", {.delimiter = ','}));
  EXPECT_EQ(lab->stepping().stepper(), nullptr);
}

TEST_F(LabTest, logs_a_run_as_a_terminal_would) {
  add("a.txt", "one two\n");
  lab->files().add("/data/missing.txt", -1);
  run({.mode = Mode::sync});
  const std::string failure = vfs::to_message(*lab->runs().run().report().rows[1].error);
  EXPECT_EQ(log(), std::format("--- Sync file processing ---\n"
                               "Processed a.txt: 1 line, 2 words\n"
                               "Failed missing.txt: {}\n"
                               "Sync total: ~{}\n",
                               failure, seconds(lab->runs().run().report().wall_ms)));
  lab->log().clear();
  EXPECT_EQ(log(), "");
}

TEST_F(LabTest, logs_the_medians_of_a_comparison_and_not_its_runs) {
  add("a.txt", "one two\n");
  ASSERT_TRUE(lab->runs().start_comparison({.rounds = 2}));
  finish();
  EXPECT_TRUE(log().starts_with("--- Comparison ---\nSync: ~0.")) << log();
  EXPECT_EQ(log().find("Processed"), std::string::npos);
}

TEST_F(LabTest, compares_real_runs) {
  for (const char* name : {"a", "b", "c"}) add(name, "x");
  lab->preferences().configure({.concurrency = 3});
  ASSERT_TRUE(lab->runs().start_comparison({.rounds = 2}, [this](const CompareReport& report) {
    for (const Contender& contender : report.contenders) order += std::to_string(contender.wall_ms.size());
  }));
  frames_until([&] { return lab->runs().comparison().report().runs_done == 1; });
  add("late", "x");
  finish();
  EXPECT_EQ(order, "2222");
  EXPECT_EQ(lab->runs().run().report().rows.size(), 3U) << "all runs are over the same files";
}

TEST_F(LabTest, cancels_a_comparison) {
  add("a", "x");
  ASSERT_TRUE(lab->runs().start_comparison({.rounds = 5}));
  frames_until([&] { return lab->runs().comparison().report().runs_done == 2; });
  EXPECT_TRUE(lab->activities().can_cancel());
  lab->activities().cancel();
  EXPECT_FALSE(lab->activities().can_cancel());
  finish();
  EXPECT_EQ(lab->runs().comparison().report().phase, ComparisonPhase::cancelled);
}

TEST_F(LabTest, runs_the_whole_lesson_in_order) {
  add("mine.txt", "not part of it");
  std::string steps;
  ASSERT_TRUE(lab->lesson().start([&](LessonStep step) { steps += to_message(step); }));
  finish();
  EXPECT_EQ(steps, "The lesson is over");
  std::string expected = "--- Generating sample files ---\nCreated 10 sample files in data/\n";
  std::string processed;
  for (int i = 1; i <= 10; ++i)
    processed += std::format("Processed file_{:02}.txt: 50 lines, 250 words\n", i);
  expected += "--- Sync file processing ---\n" + processed + "Sync total: ~";
  EXPECT_TRUE(log().starts_with(expected)) << log();
  std::string demo = "--- Async generator demo ---\n";
  for (int line = 1; line <= static_cast<int>(demo_lines) / 10; ++line) {
    for (int i = 1; i <= 10; ++i) demo += std::format("Yielded line {} from file_{:02}.txt\n", line, i);
  }
  EXPECT_TRUE(log().ends_with(demo)) << log();
  const std::size_t async_run = log().find("--- Async file processing ---");
  EXPECT_GT(async_run, log().find("Sync total: ~"));
  EXPECT_LT(async_run, log().find("Async total: ~"));
  EXPECT_EQ(log().find("mine.txt"), std::string::npos);
}

TEST_F(LabTest, cancels_the_lesson_at_any_moment) {
  ASSERT_TRUE(lab->lesson().start());
  finish();
  const int operations = backend->operations;
  for (int moment = 1; moment <= operations; moment += 3) {
    backend->operations = 0;
    backend->on_operation = [&](int operation) {
      if (operation == moment) lab->activities().cancel();
    };
    ASSERT_TRUE(lab->lesson().start());
    finish();
    backend->on_operation = {};
    test::turn_event_loop_until([&] { return scheduler.fibers().live() == 1; });
    EXPECT_EQ(files.open_files(), 0U) << moment;
    EXPECT_EQ(lab->lesson().step(), LessonStep::cancelled) << moment;
  }
}

TEST_F(LabTest, cancels_a_demo_that_waits_for_a_file) {
  ASSERT_TRUE(lab->lesson().start());
  frames_until([&] { return lab->lesson().step() == LessonStep::async_run; });
  const int async_run = backend->operations;
  backend->on_operation = [&](int operation) {
    if (operation == async_run + 21) backend->hold();
  };
  frames_until(
      [&] { return lab->lesson().step() == LessonStep::generator_demo && !backend->held().empty(); });
  lab->activities().cancel();
  finish();
  EXPECT_EQ(lab->lesson().step(), LessonStep::cancelled);
}

TEST_F(LabTest, says_when_the_lesson_cannot_go_on) {
  backend->write_error = ENOSPC;
  ASSERT_TRUE(lab->lesson().start());
  finish();
  EXPECT_EQ(lab->lesson().step(), LessonStep::failed);
  EXPECT_NE(lab->activities().notice(), "");
}

TEST_F(LabTest, steps_through_one_file_or_all) {
  const FileNumber a = add("a", "1\n2\n");
  add("b", "1\n2\n");
  ASSERT_TRUE(lab->stepping().open(a));
  EXPECT_EQ(lab->stepping().stepper()->sources().size(), 1U);
  ASSERT_TRUE(lab->stepping().open({}));
  EXPECT_EQ(lab->stepping().stepper()->sources().size(), 2U);
  lab->stepping().stepper()->next(3);
  frames_until([&] { return lab->stepping().stepper()->yielded() == 3; });
  EXPECT_EQ(log(),
            "--- Async generator demo ---\n"
            "Yielded line 1 from a\nYielded line 1 from b\nYielded line 2 from a\n");
  lab->stepping().close();
  EXPECT_EQ(lab->stepping().stepper(), nullptr);
}

TEST_F(LabTest, tells_in_the_log_which_file_could_not_be_stepped) {
  add("a", "1\n");
  lab->files().add("/data/missing", -1);
  ASSERT_TRUE(lab->stepping().open({}));
  lab->stepping().stepper()->next(5);
  frames_until([&] { return lab->stepping().stepper()->phase() == StepperPhase::finished; });
  EXPECT_EQ(log(),
            "--- Async generator demo ---\nYielded line 1 from a\n"
            "Failed missing: Cannot open /data/missing: no such file (ENOENT).\n");
}

TEST_F(LabTest, goes_on_with_the_demo_of_the_lesson_when_a_sample_cannot_be_read) {
  ASSERT_TRUE(lab->lesson().start());
  frames_until([&] { return lab->lesson().step() == LessonStep::generator_demo; });
  backend->read_error = EIO;
  finish();
  EXPECT_EQ(lab->lesson().step(), LessonStep::finished);
  EXPECT_TRUE(log().contains("Failed file_01.txt: Cannot read /data/file_01.txt: ")) << log();
}

TEST_F(LabTest, has_steppers_that_do_not_disturb_each_other_or_a_run) {
  add("a", "1\n2\n3\n");
  auto first = lab->stepping().make({});
  auto second = lab->stepping().make(std::vector<std::string>{"/data/a", "/data/missing"});
  int delivered = 0;
  const auto note = [&](const vfs::Result<Stepper::Lines>& lines) {
    ++delivered;
    if (!lines) order += '!';
    if (!lines) return;
    for (const SteppedLine& line : *lines) order += std::to_string(line.number);
  };
  first->next(2, note);
  frames_until([&] { return delivered == 1; });
  second->next(9, note);
  frames_until([&] { return delivered == 2; });
  run({});
  first->next(9, note);
  frames_until([&] { return delivered == 3; });
  second->next(9, note);
  second->next(9, note);
  frames_until([&] { return delivered == 5; });
  EXPECT_EQ(order, "1213!23");
  EXPECT_EQ(lab->runs().run().report().totals.lines, 3U);
  EXPECT_EQ(second->sources()[1].name, "missing");
}

TEST_F(LabTest, cannot_compare_while_the_page_is_hidden) {
  add("a", "x");
  backend->on_operation = [this](int operation) {
    if (operation == 20) lab->frames().on_visibility(true);
    if (operation == 21) lab->frames().on_visibility(false);
  };
  ASSERT_TRUE(lab->runs().start_comparison({}));
  finish();
  EXPECT_TRUE(lab->runs().comparison().report().doubt().starts_with("The page was hidden meanwhile"));
  EXPECT_TRUE(log().contains("\nThe page was hidden meanwhile")) << log();
  ASSERT_TRUE(lab->runs().start_comparison({}));
  finish();
  EXPECT_EQ(lab->runs().comparison().report().doubt(), "");
}

TEST_F(LabTest, cannot_compare_while_the_machine_sleeps) {
  double slept_ms = 0;
  lab::Environment sleepy = environment();
  sleepy.time_of_day_ms = [&] { return scheduler.now_ms() + slept_ms; };
  lab.emplace(std::move(sleepy));
  add("a", "x");
  ASSERT_TRUE(lab->runs().start_comparison({}));
  finish();
  EXPECT_EQ(lab->runs().comparison().report().doubt(), "");
  backend->on_operation = [&](int) { slept_ms += 60'000; };
  ASSERT_TRUE(lab->runs().start_comparison({}));
  finish();
  EXPECT_TRUE(lab->runs().comparison().report().doubt().starts_with("The machine slept meanwhile"));
}

TEST_F(LabTest, refuses_a_stepper_over_nothing) {
  EXPECT_FALSE(lab->stepping().open({}));
  EXPECT_FALSE(lab->stepping().open(99));
  EXPECT_NE(lab->activities().notice(), "");
}

TEST_F(LabTest, has_something_new_to_draw_when_a_run_ends) {
  add("a", "x");
  const std::uint64_t before = lab->revision().value();
  run({});
  EXPECT_GT(lab->revision().value(), before + 1);
  const std::uint64_t after = lab->revision().value();
  for (int i = 0; i < 5; ++i) lab->on_frame(scheduler.now_ms());
  EXPECT_LE(lab->revision().value(), after + 1);
}

TEST_F(LabTest, shows_the_fibers_of_a_run_in_the_timeline) {
  add("a", "x");
  add("b", "y");
  run({});
  for (const FileRow& row : lab->runs().run().report().rows) {
    ASSERT_NE(lab->timeline().lane(row.fiber), nullptr);
    EXPECT_EQ(lab->timeline().lane(row.fiber)->name, row.name);
  }
  EXPECT_FALSE(lab->timeline().is_running());
  EXPECT_GT(lab->timeline().size(), 6U);
}

TEST_F(LabTest, remembers_the_most_memory_of_an_activity) {
  add("a", std::string(1'000'000, 'x'));
  run({});
  EXPECT_GT(lab->memory().in_use, 1e6);
  EXPECT_GE(lab->memory().heap, lab->memory().in_use);
  EXPECT_GE(lab->memory().peak_in_use, lab->memory().in_use);
}

}  // namespace
}  // namespace weft::lab
