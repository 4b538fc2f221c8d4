#include <algorithm>
#include <format>

#include "lab/csv_files.hpp"
#include "lab/exercises/exercise_list.hpp"
#include "lab/lab_fixture.hpp"
#include "vfs/latency_backend.hpp"

namespace weft::lab {
namespace {

class ExercisesTest : public test::LabTest {
 protected:
  const ExerciseReport& do_exercise(const Exercise& exercise, const ExerciseOptions& options = {}) {
    EXPECT_TRUE(lab->exercises().start(exercise, options));
    finish();
    return lab->exercises().report(exercise);
  }

  /// The samples again, but with reads that take a while, on suspending and on blocking files.
  void slow_down() {
    slow = std::make_shared<vfs::LatencyBackend>(backend);
    ASSERT_TRUE(files.mount("/slow", slow));
    lab::Environment slow_environment = environment();
    slow_environment.sample_directory = "/slow";
    slow_environment.set_latency = [this](double ms) { slow->set_latency_ms(ms); };
    lab.emplace(std::move(slow_environment));
  }

  std::shared_ptr<vfs::LatencyBackend> slow;
};

TEST_F(ExercisesTest, have_texts_each_and_are_found_by_their_ids) {
  for (const Exercise* exercise : all_exercises()) {
    EXPECT_EQ(exercise_named(exercise->id), exercise);
    for (const std::string_view text : {exercise->title, exercise->task, exercise->button, exercise->look_at})
      EXPECT_FALSE(text.empty()) << exercise->id;
  }
  EXPECT_EQ(exercise_named("no-such-exercise"), nullptr);
}

TEST_F(ExercisesTest, bear_on_every_question_and_those_that_explain_on_one) {
  for (const Question& question : questions) EXPECT_FALSE(exercises_on(question).empty()) << question.id;
  for (const Exercise* exercise : all_exercises()) {
    if (exercise->group == ExerciseGroup::explain)
      EXPECT_NE(exercise->evidence.question, nullptr) << exercise->id;
  }
}

TEST_F(ExercisesTest, answer_questions_with_what_they_found) {
  for (const Question& question : questions) {
    EXPECT_EQ(evidence({}, lab->exercises(), question), std::vector<std::string>{}) << question.id;
    const auto exercises = exercises_on(question);
    for (const Exercise* exercise : exercises) do_exercise(*exercise);
    EXPECT_EQ(evidence({}, lab->exercises(), question).size(), exercises.size()) << question.id;
  }
  EXPECT_EQ(evidence({}, lab->exercises(), *question("why-a-scope")),
            (std::vector<std::string>{
                "Without closing, 64 of 64 files were open, and 10 others could not be opened.",
                "With a scope for each, 128 files were opened, and never more than 1 was open."}));
}

TEST_F(ExercisesTest, stand_beside_those_of_their_group) {
  std::vector<ExerciseGroup> groups;
  for (const Exercise* exercise : all_exercises())
    if (groups.empty() || groups.back() != exercise->group) groups.push_back(exercise->group);
  EXPECT_EQ(groups, (std::vector{ExerciseGroup::alter, ExerciseGroup::break_it, ExerciseGroup::fix,
                                 ExerciseGroup::explain}))
      << "the panel puts a heading wherever another group begins";
}

TEST_F(ExercisesTest, parse_a_csv_file_that_they_write_where_there_is_none) {
  const ExerciseReport& report = do_exercise(parse_csv);
  EXPECT_EQ(report.phase, ExercisePhase::finished);
  ASSERT_EQ(report.rows.size(), 1U);
  ASSERT_TRUE(report.rows.front().csv);
  EXPECT_EQ(report.rows.front().csv->bad_lines, std::vector<std::uint64_t>{csv_sample_bad_line});
  EXPECT_EQ(report["badRows"], 1);
  EXPECT_NE(lab->files().list().find("/exercise/people.csv"), nullptr) << "its rows can be seen";
}

TEST_F(ExercisesTest, parse_the_csv_files_of_the_list) {
  add("mine.csv", "a;b\n1;2\n3;4\n");
  add("text.txt", "no rows\n");
  const ExerciseReport& report = do_exercise(parse_csv);
  ASSERT_EQ(report.rows.size(), 1U);
  EXPECT_EQ(report.rows.front().name, "mine.csv");
  EXPECT_EQ(report["rows"], 2);
  EXPECT_EQ(report["columns"], 2);
  EXPECT_EQ(report["badRows"], 0);
}

TEST_F(ExercisesTest, keep_to_their_own_limit_over_more_samples_than_may_be_open) {
  for (const int limit : {3, 64, 100}) {
    lab->preferences().configure({.concurrency = 200, .max_open_files = limit});
    ASSERT_TRUE(lab->samples().write({.count = 201, .lines = 8}));
    finish();
    const ExerciseReport& handled = do_exercise(handle_missing_file);
    EXPECT_EQ(handled["failed"], 1);
    EXPECT_EQ(handled["done"], 201);
    for (const Exercise* exercise : {&skip_small_files, &blocking_call}) {
      const ExerciseReport& report = do_exercise(*exercise);
      EXPECT_EQ(report["failed"], 0) << exercise->id;
      EXPECT_EQ(report["done"], 201) << exercise->id;
    }
    do_exercise(add_latency);
    for (const Contender& contender : lab->runs().comparison().report().contenders)
      EXPECT_EQ(contender.failed, 0U) << contender.name;
  }
}

TEST_F(ExercisesTest, tell_how_many_samples_they_leave_out) {
  ASSERT_TRUE(lab->samples().write({.count = 300, .lines = 8}));
  finish();
  const ExerciseReport& report = do_exercise(blocking_call);
  EXPECT_EQ(report["done"], 256);
  EXPECT_EQ(report["leftOut"], 44);
}

TEST_F(ExercisesTest, say_why_a_csv_file_could_not_be_parsed) {
  lab->files().add("/data/gone.csv", 10);
  const ExerciseReport& report = do_exercise(parse_csv);
  EXPECT_EQ(report.message, "gone.csv failed: Cannot open /data/gone.csv: no such file (ENOENT).");
}

TEST_F(ExercisesTest, do_not_claim_five_lines_of_a_file_that_has_fewer_or_cannot_be_read) {
  ASSERT_TRUE(lab->samples().write({.lines = 1}));
  finish();
  EXPECT_TRUE(do_exercise(step_generator).message.starts_with("file_01.txt has no more than 1 line:"))
      << lab->exercises().report(step_generator).message;
  backend->read_error = EIO;
  const ExerciseReport& report = do_exercise(step_generator);
  EXPECT_EQ(report.phase, ExercisePhase::failed);
  EXPECT_TRUE(report.message.starts_with("Cannot read /data/file_01.txt: ")) << report.message;
}

TEST_F(ExercisesTest, have_no_winner_where_files_failed) {
  do_exercise(skip_small_files);
  backend->read_error = EIO;
  const ExerciseReport& report = do_exercise(add_latency);
  EXPECT_TRUE(
      report.message.starts_with("Every read took 40 ms longer. 10 files failed (Async, 1 in flight): "))
      << report.message;
  EXPECT_EQ(report["asyncSpeedUp"], 0);
  EXPECT_EQ(lab->checklist().mastery().has(Skill::async_won), false);
}

TEST_F(ExercisesTest, leave_small_files_out_of_the_totals) {
  const ExerciseReport& report = do_exercise(skip_small_files);
  EXPECT_EQ(report.phase, ExercisePhase::finished);
  EXPECT_EQ(report["skipped"], 1);
  EXPECT_EQ(report["done"], 10);
  const FileRow& tiny = report.rows.back();
  EXPECT_EQ(tiny.status, FileStatus::skipped);
  EXPECT_EQ(tiny.reason, "smaller than 100 bytes");
  double bytes = 0;
  for (const FileRow& row : report.rows) bytes += static_cast<double>(row.figures.bytes);
  EXPECT_EQ(report["totalBytes"], bytes);
  EXPECT_LT(tiny.size, 100);
}

TEST_F(ExercisesTest, write_the_results_of_the_last_run_in_every_format) {
  add("mine.txt", "one two\n");
  run({.mode = Mode::async});
  const ExerciseReport& report = do_exercise(write_results);
  EXPECT_EQ(report.phase, ExercisePhase::finished);
  for (const SummaryFormat format : summary_formats) {
    const auto stat = files.stat("/data/" + summary_name(format));
    ASSERT_TRUE(stat) << name_of(format);
    EXPECT_EQ(static_cast<double>(stat->size), report[name_of(format)]);
  }
  EXPECT_TRUE(lab->checklist().mastery().has(Skill::wrote_async));
}

TEST_F(ExercisesTest, run_first_where_there_are_no_results_to_write) {
  const ExerciseReport& report = do_exercise(write_results);
  EXPECT_EQ(report.phase, ExercisePhase::finished);
  EXPECT_EQ(lab->runs().run().report().totals.files, 10U);
}

TEST_F(ExercisesTest, keep_the_results_where_they_cannot_be_written) {
  add("mine.txt", "one two\n");
  run({.mode = Mode::async});
  backend->write_error = ENOSPC;
  const ExerciseReport& report = do_exercise(write_results);
  EXPECT_EQ(report.phase, ExercisePhase::failed);
  EXPECT_NE(report.message.find("(ENOSPC)"), std::string::npos) << report.message;
  EXPECT_EQ(lab->runs().run().report().totals.files, 1U);
}

TEST_F(ExercisesTest, cancel_the_rest_when_a_failure_is_not_handled) {
  slow_down();
  const ExerciseReport& report = do_exercise(missing_file);
  EXPECT_EQ(report["failed"], 1);
  EXPECT_EQ(report["cancelled"], 10);
  EXPECT_EQ(report["done"], 0);
  EXPECT_EQ(report.phase, ExercisePhase::finished) << "the exercise itself was not cancelled";
  const FileRow& missing = report.rows.at(2);
  ASSERT_TRUE(missing.error);
  EXPECT_EQ(vfs::name_of(missing.error->code), "ENOENT");
}

TEST_F(ExercisesTest, read_the_rest_when_a_failure_is_handled) {
  slow_down();
  const ExerciseReport& report = do_exercise(handle_missing_file);
  EXPECT_EQ(report["failed"], 1);
  EXPECT_EQ(report["cancelled"], 0);
  EXPECT_EQ(report["done"], 10);
}

TEST_F(ExercisesTest, leak_exactly_as_many_files_as_may_be_open) {
  for (const int limit : {1, 7, 64}) {
    lab->preferences().configure({.max_open_files = limit});
    const ExerciseReport& report = do_exercise(leak_files);
    EXPECT_EQ(report["limit"], limit);
    EXPECT_EQ(report["peakOpenFiles"], limit);
    EXPECT_EQ(report["failed"], 10) << "nobody else can open anything";
    EXPECT_EQ(report["openFiles"], 0);
    EXPECT_NE(report.message.find("(EMFILE)"), std::string::npos) << report.message;
    for (const FileRow& row : report.rows) EXPECT_EQ(vfs::name_of(row.error->code), "EMFILE");
    EXPECT_EQ(files.open_files(), 0U);
  }
}

TEST_F(ExercisesTest, open_twice_the_limit_when_each_file_is_closed_by_its_scope) {
  lab->preferences().configure({.max_open_files = 5});
  const ExerciseReport& report = do_exercise(close_by_scope);
  EXPECT_EQ(report.phase, ExercisePhase::finished);
  EXPECT_EQ(report["opened"], 10);
  EXPECT_EQ(report["peakOpenFiles"], 1);
}

TEST_F(ExercisesTest, open_exactly_as_many_files_at_once_as_the_semaphore_lets_through) {
  for (const int limit : {1, 2, 8, 31, 32}) {
    const ExerciseReport& report = do_exercise(limit_open_files, {.limit = limit});
    EXPECT_EQ(report["limit"], limit);
    EXPECT_EQ(report["peakOpenFiles"], limit);
    EXPECT_EQ(report["opened"], 64);
  }
}

TEST_F(ExercisesTest, make_all_others_stand_still_behind_a_blocking_call) {
  slow_down();
  const ExerciseReport& report = do_exercise(blocking_call);
  EXPECT_EQ(report["done"], 10);
  const FileRow& blocking = report.rows.back();
  EXPECT_EQ(blocking.stalled_ms, 0);
  EXPECT_GT(report["blockedMs"], 0);
  for (const FileRow& row : std::span(report.rows).first(9))
    EXPECT_NEAR(row.stalled_ms, report["blockedMs"], 1e-6) << row.name;
  EXPECT_NEAR(report["lostMs"], 9 * report["blockedMs"], 1e-5);
}

TEST_F(ExercisesTest, leave_a_generator_half_way_and_its_file_closed) {
  const ExerciseReport& report = do_exercise(step_generator);
  EXPECT_EQ(report["lines"], 5);
  EXPECT_EQ(report["openHalfWay"], 1);
  EXPECT_EQ(report["openFiles"], 0);
  EXPECT_LT(report["bytes"], report["fileBytes"]);
}

TEST_F(ExercisesTest, compare_with_their_own_settings_and_leave_the_persons_alone) {
  const Settings before = lab->preferences().settings();
  for (const Exercise* exercise : {&add_latency, &add_computing, &use_workers}) {
    const ExerciseReport& report = do_exercise(*exercise);
    EXPECT_EQ(report.phase, ExercisePhase::finished);
    EXPECT_GT(report["syncMs"], 0);
    EXPECT_GT(report["asyncOneMs"], 0);
    EXPECT_GT(report["asyncManyMs"], 0);
    EXPECT_DOUBLE_EQ(report["asyncSpeedUp"], report["syncMs"] / report["asyncManyMs"]);
    EXPECT_DOUBLE_EQ(report["workersSpeedUp"], report["syncMs"] / report["workersMs"]);
  }
  EXPECT_EQ(lab->preferences().settings(), before);
  EXPECT_EQ(files.open_limit(), static_cast<std::size_t>(before.max_open_files));
}

TEST_F(ExercisesTest, write_no_samples_where_there_are_some) {
  do_exercise(skip_small_files);
  backend->operations = 0;
  backend->write_error = ENOSPC;
  EXPECT_EQ(do_exercise(close_by_scope).phase, ExercisePhase::finished);
}

TEST_F(ExercisesTest, say_why_they_cannot_be_done) {
  backend->write_error = ENOSPC;
  for (const Exercise* exercise :
       {&missing_file, &leak_files, &limit_open_files, &blocking_call, &step_generator}) {
    const ExerciseReport& report = do_exercise(*exercise);
    EXPECT_EQ(report.phase, ExercisePhase::failed);
    EXPECT_NE(report.message.find("(ENOSPC)"), std::string::npos) << report.message;
  }
}

TEST_F(ExercisesTest, leave_nothing_behind_when_they_are_cancelled) {
  ASSERT_TRUE(lab->samples().write());
  finish();
  for (const Exercise* exercise : all_exercises()) {
    for (const int moment : {1, 2, 5, 9, 14, 40}) {
      backend->operations = 0;
      backend->on_operation = [&](int operation) {
        if (operation == moment) lab->activities().cancel();
      };
      do_exercise(*exercise);
      EXPECT_EQ(lab->exercises().report(*exercise).phase,
                backend->operations < moment ? ExercisePhase::finished : ExercisePhase::cancelled)
          << exercise->id << moment;
      EXPECT_EQ(files.open_paths(), std::vector<std::string>{}) << exercise->id << moment;
      EXPECT_EQ(scheduler.operations().pending(), 0U) << exercise->id << moment;
      EXPECT_EQ(scheduler.fibers().live(), 1U) << exercise->id << moment;
    }
  }
}

TEST_F(ExercisesTest, are_told_in_the_log) {
  do_exercise(close_by_scope);
  EXPECT_NE(log().find("--- Exercise: Close by scope ---\n128 files were opened"), std::string::npos)
      << log();
}

class EachExerciseTest : public test::LabTest, public testing::WithParamInterface<const Exercise*> {};

TEST_P(EachExerciseTest, can_be_done_alone_and_leaves_no_fiber_and_no_file) {
  ASSERT_TRUE(lab->exercises().start(*GetParam()));
  EXPECT_EQ(lab->exercises().current(), GetParam());
  finish();
  const ExerciseReport& report = lab->exercises().report(*GetParam());
  EXPECT_EQ(report.phase, ExercisePhase::finished) << report.message;
  EXPECT_FALSE(report.message.empty());
  EXPECT_FALSE(report.figures.empty());
  EXPECT_EQ(lab->exercises().current(), nullptr);
  EXPECT_EQ(scheduler.fibers().live(), 1U);
  EXPECT_EQ(scheduler.operations().pending(), 0U);
  EXPECT_EQ(files.open_files(), 0U);
}

INSTANTIATE_TEST_SUITE_P(All, EachExerciseTest,
                         testing::ValuesIn(all_exercises().begin(), all_exercises().end()),
                         [](const auto& test) {
                           std::string name(test.param->id);
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace weft::lab
