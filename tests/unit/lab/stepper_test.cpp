#include "lab/stepper.hpp"

#include <format>

#include "lab/lab_fixture.hpp"

namespace weft::lab {
namespace {

class StepperTest : public test::LabTest {
 protected:
  Stepper& open(Stepper::Options options = {}) {
    stepper.emplace(files, lab->files().list().entries(), options);
    return *stepper;
  }

  void TearDown() override {
    stepper.reset();
    test::LabTest::TearDown();
  }

  void next(std::size_t count) {
    bool is_delivered = false;
    stepper->next(count, [&](const vfs::Result<Stepper::Lines>& lines) {
      is_delivered = true;
      if (!lines) order += std::format("{}! ", lines.error().path.substr(6));
      if (!lines) return;
      for (const SteppedLine& line : *lines) order += std::format("{}{} ", line.name, line.number);
    });
    frames_until([&] { return is_delivered; });
  }

  std::optional<Stepper> stepper;
};

TEST_F(StepperTest, yields_the_lines_of_a_file) {
  add("a", "one\r\n\ntw\xFFo\nlast");
  open();
  Stepper::Lines lines;
  stepper->next(9, [&](vfs::Result<Stepper::Lines> delivered) { lines = std::move(*delivered); });
  frames_until([&] { return !lines.empty(); });
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0].text, "one");
  EXPECT_EQ(lines[1].text, "");
  EXPECT_EQ(lines[2].text, "tw\uFFFDo");
  EXPECT_EQ(lines[3].text, "last");
  EXPECT_EQ(lines[2].number, 3U);
  EXPECT_EQ(lines[2].offset, 6U);
  EXPECT_EQ(lines[2].path, "/data/a");
}

TEST_F(StepperTest, yields_the_rows_of_a_file_if_it_is_told_to) {
  add("a.csv", "name,note\n\"An\xFFn\",\"two\nlines\"\n\nBob\n");
  open({.unit = StepUnit::rows, .chunk_bytes = 5});
  Stepper::Lines rows;
  stepper->next(9, [&](vfs::Result<Stepper::Lines> delivered) { rows = std::move(*delivered); });
  frames_until([&] { return !rows.empty(); });
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].fields, (std::vector<std::string>{"name", "note"}));
  EXPECT_EQ(rows[1].fields, (std::vector<std::string>{"An\uFFFDn", "two\nlines"}));
  EXPECT_EQ(rows[1].number, 2U);
  EXPECT_EQ(rows[1].trouble, "");
  EXPECT_EQ(rows[2].number, 5U);
  EXPECT_EQ(rows[2].trouble, "1 field, the header has 2");
}

TEST_F(StepperTest, keeps_the_header_apart_from_the_rows) {
  add("a.csv", "a,b\n1,2\n3,4\n5,6\n");
  open({.unit = StepUnit::rows, .history = 2});
  EXPECT_FALSE(stepper->header().has_value());
  next(1);
  ASSERT_TRUE(stepper->header().has_value());
  EXPECT_EQ(stepper->header()->fields.front(), "a");
  EXPECT_TRUE(stepper->recent().empty());
  EXPECT_EQ(stepper->state_text(), "suspended at line 1 of a.csv");
  next(3);
  EXPECT_EQ(stepper->header()->fields.front(), "a");
  ASSERT_EQ(stepper->recent().size(), 2U);
  EXPECT_EQ(stepper->recent().front().fields.front(), "3");
  stepper->restart();
  EXPECT_FALSE(stepper->header().has_value());
}

TEST_F(StepperTest, takes_no_row_for_a_header_where_there_is_none) {
  add("a.csv", "1,2\n3,4\n5\n");
  ASSERT_TRUE(lab->files().read_csv_as("/data/a.csv", {.header_line = 0}));
  open({.unit = StepUnit::rows});
  stepper->next(3);
  frames_until([&] { return stepper->yielded() == 3; });
  EXPECT_FALSE(stepper->header().has_value());
  EXPECT_EQ(stepper->columns(), 2U);
  EXPECT_EQ(stepper->recent().front().fields, (std::vector<std::string>{"1", "2"}));
  EXPECT_EQ(stepper->recent().back().trouble, "1 field, the first row has 2");
}

TEST_F(StepperTest, of_a_panel_gives_a_header_on_top_of_the_rows) {
  add("a.csv", "a,b\n1,2\n3,4\n5,6\n");
  open({.unit = StepUnit::rows});
  stepper->next(2);
  frames_until([&] { return stepper->phase() == StepperPhase::suspended; });
  EXPECT_EQ(stepper->columns(), 2U);
  EXPECT_EQ(stepper->recent().size(), 2U);
}

TEST_F(StepperTest, keeps_only_a_part_of_large_rows) {
  const std::string text = std::string(1000, 'x') + std::string(200, ',') + "\n";
  add("a.csv", text);
  open({.unit = StepUnit::rows});
  next(1);
  EXPECT_LE(stepper->header()->fields.size(), 100U);
  EXPECT_LE(stepper->header()->fields.front().size(), 260U);
}

TEST_F(StepperTest, closed_half_way_through_the_rows_closes_the_file) {
  add("a.csv", "a,b\n1,2\n3,4\n");
  open({.unit = StepUnit::rows, .chunk_bytes = 4});
  next(2);
  EXPECT_EQ(files.open_files(), 1U);
  stepper->close();
  frames_until([&] { return files.open_files() == 0; });
}

TEST_F(StepperTest, lets_files_take_turns) {
  add("a", "1\n2\n3\n");
  add("b", "1\n");
  add("c", "1\n2\n");
  open();
  next(2);
  EXPECT_EQ(order, "a1 b1 ");
  next(3);
  EXPECT_EQ(order, "a1 b1 c1 a2 c2 ");
  next(10);
  EXPECT_EQ(order, "a1 b1 c1 a2 c2 a3 ");
  EXPECT_EQ(stepper->phase(), StepperPhase::finished);
  EXPECT_EQ(files.open_files(), 0U);
}

TEST_F(StepperTest, gives_nothing_after_the_end) {
  add("a", "1\n");
  open();
  next(5);
  next(5);
  EXPECT_EQ(order, "a1 ");
}

TEST_F(StepperTest, over_no_files_is_finished_when_it_is_asked) {
  open();
  EXPECT_EQ(stepper->phase(), StepperPhase::not_started);
  next(1);
  EXPECT_EQ(stepper->phase(), StepperPhase::finished);
}

TEST_F(StepperTest, opens_a_file_when_its_first_line_is_wanted) {
  add("a", "1\n2\n");
  add("b", "1\n2\n");
  open();
  EXPECT_EQ(files.open_files(), 0U);
  next(1);
  EXPECT_EQ(files.open_files(), 1U);
  next(1);
  EXPECT_EQ(files.open_files(), 2U);
}

TEST_F(StepperTest, keeps_no_more_files_open_than_it_may) {
  for (const char* name : {"a", "b", "c", "d"}) add(name, "1\n2\n");
  std::size_t most_open = 0;
  open({.max_open = 2,
        .on_line = [&](const SteppedLine&) { most_open = std::max(most_open, files.open_files()); }});
  next(8);
  EXPECT_EQ(order, "a1 b1 a2 b2 c1 d1 c2 d2 ");
  EXPECT_EQ(most_open, 2U);
}

TEST_F(StepperTest, answers_calls_in_the_order_they_were_made) {
  add("a", "1\n2\n3\n4\n");
  open();
  int answered = 0;
  for (const std::size_t count : {1U, 0U, 2U, 5U}) {
    stepper->next(count, [&](const vfs::Result<Stepper::Lines>& lines) {
      order += std::to_string(lines->size());
      ++answered;
    });
  }
  frames_until([&] { return answered == 4; });
  EXPECT_EQ(order, "1021");
}

TEST_F(StepperTest, says_how_its_generators_stand) {
  add("a", "1\n2\n");
  add("b", "1\n");
  open();
  EXPECT_EQ(stepper->state_text(), "not started");
  EXPECT_EQ(stepper->sources()[0].progress, fiber::Progress::not_started);
  next(1);
  EXPECT_EQ(stepper->state_text(), "suspended at line 1 of a");
  EXPECT_EQ(stepper->sources()[0].progress, fiber::Progress::suspended);
  EXPECT_EQ(stepper->sources()[1].progress, fiber::Progress::not_started);
  EXPECT_NE(stepper->sources()[0].fiber, 0U);
  backend->hold();
  stepper->next(1);
  frames_until([&] { return backend->held() == "b"; });
  EXPECT_EQ(stepper->state_text(), "waiting for a read");
  EXPECT_EQ(stepper->sources()[1].progress, fiber::Progress::waiting);
  backend->release_all();
  next(10);
  EXPECT_EQ(stepper->state_text(), "finished");
  EXPECT_EQ(stepper->sources()[0].progress, fiber::Progress::finished);
  EXPECT_EQ(stepper->sources()[0].line, 2U);
  stepper->close();
  EXPECT_EQ(stepper->state_text(), "closed");
}

TEST_F(StepperTest, goes_on_with_the_others_when_a_file_fails) {
  add("a", "1\n2\n");
  lab->files().add("/data/missing", -1);
  add("c", "1\n2\n");
  open();
  next(10);
  EXPECT_EQ(order, "a1 ") << "the lines that were read before it";
  EXPECT_EQ(stepper->phase(), StepperPhase::suspended);
  next(10);
  EXPECT_EQ(order, "a1 missing! ");
  next(10);
  EXPECT_EQ(order, "a1 missing! c1 a2 c2 ");
  EXPECT_EQ(stepper->sources()[1].error->code, std::errc::no_such_file_or_directory);
  EXPECT_EQ(state_of(stepper->sources()[1]), "failed");
  EXPECT_EQ(state_of(stepper->sources()[0]), "finished");
  EXPECT_EQ(stepper->state_text(), "finished, but 1 of 3 files failed");
  next(1);
  EXPECT_EQ(order, "a1 missing! c1 a2 c2 ");
}

TEST_F(StepperTest, tells_every_failure_once_and_loses_no_line) {
  lab->files().add("/data/x", -1);
  lab->files().add("/data/y", -1);
  add("a", "1\n2\n");
  lab->files().add("/data/z", -1);
  open();
  for (int call = 0; call < 7; ++call) next(1);
  EXPECT_EQ(order, "x! y! a1 z! a2 ");
  EXPECT_EQ(stepper->state_text(), "finished, but 3 of 4 files failed");
}

TEST_F(StepperTest, that_is_asked_for_nothing_keeps_a_failure_for_the_next_call) {
  add("a", "1\n");
  lab->files().add("/data/x", -1);
  open();
  next(2);
  next(0);
  next(1);
  EXPECT_EQ(order, "a1 x! ");
  next(1);
  EXPECT_EQ(stepper->phase(), StepperPhase::finished);
}

TEST_F(StepperTest, that_nobody_is_to_tell_goes_on_behind_a_failure) {
  add("a", "1\n");
  lab->files().add("/data/x", -1);
  open();
  next(2);
  stepper->next(1);
  frames_until([&] { return stepper->phase() == StepperPhase::finished; });
  EXPECT_EQ(order, "a1 ");
  EXPECT_EQ(stepper->state_text(), "finished, but 1 of 2 files failed");
}

TEST_F(StepperTest, over_one_file_that_fails_has_not_finished_but_failed) {
  for (const StepUnit unit : {StepUnit::lines, StepUnit::rows}) {
    lab->files().add("/data/missing", -1);
    open({.unit = unit});
    order.clear();
    next(3);
    EXPECT_EQ(order, "missing! ");
    EXPECT_EQ(stepper->state_text(), "failed");
    stepper->restart();
    next(1);
    EXPECT_EQ(order, "missing! missing! ");
  }
}

TEST_F(StepperTest, fails_in_the_middle_of_a_file_behind_the_lines_before) {
  add("a", "one\ntwo\nthree\nfour\n");
  open({.chunk_bytes = 4});
  next(1);
  backend->read_error = EIO;
  // What was read ahead is still there.
  while (stepper->phase() != StepperPhase::finished) next(9);
  EXPECT_TRUE(order.starts_with("a1 ")) << order;
  EXPECT_TRUE(order.ends_with("a! ")) << order;
  EXPECT_EQ(stepper->sources()[0].error->code, std::errc::io_error);
  EXPECT_EQ(files.open_files(), 0U);
  next(1);
  EXPECT_TRUE(order.ends_with("a! ")) << order;
}

TEST_F(StepperTest, of_a_panel_goes_on_at_once_and_tells_who_failed) {
  lab->files().add("/data/missing", -1);
  add("b", "1\n2\n");
  std::string failed;
  int begun = 0;
  open(
      {.on_begin = [&] { ++begun; }, .on_failure = [&](const StepSource& source) { failed += source.name; }});
  stepper->next(1);
  frames_until([&] { return stepper->yielded() == 1; });
  EXPECT_EQ(failed, "missing");
  EXPECT_EQ(stepper->phase(), StepperPhase::suspended);
  stepper->restart();
  stepper->next(5);
  frames_until([&] { return stepper->phase() == StepperPhase::finished; });
  EXPECT_EQ(failed, "missingmissing");
  EXPECT_EQ(begun, 2);
}

TEST_F(StepperTest, closed_half_way_closes_its_files) {
  add("a", "1\n2\n3\n");
  add("b", "1\n2\n3\n");
  open();
  next(3);
  EXPECT_EQ(files.open_files(), 2U);
  stepper->close();
  frame();
  EXPECT_EQ(files.open_files(), 0U);
  EXPECT_EQ(scheduler.fibers().live(), 1U);
  next(2);
  EXPECT_EQ(order, "a1 b1 a2 ");
}

TEST_F(StepperTest, closed_at_any_moment_leaves_nothing_behind) {
  add("a", std::string(50, 'x') + "\n2\n");
  add("b", "1\n2\n");
  open({.chunk_bytes = 5});
  next(10);
  const int operations = std::exchange(backend->operations, 0);
  ASSERT_GT(operations, 10);
  for (int moment = 1; moment <= operations; ++moment) {
    open({.chunk_bytes = 5});
    backend->operations = 0;
    backend->on_operation = [&](int operation) {
      if (operation == moment) stepper->close();
    };
    next(10);
    backend->on_operation = {};
    EXPECT_EQ(files.open_files(), 0U) << moment;
    EXPECT_EQ(scheduler.fibers().live(), 1U) << moment;
    EXPECT_EQ(scheduler.operations().pending(), 0U) << moment;
  }
}

TEST_F(StepperTest, answers_open_calls_when_it_is_closed) {
  add("a", "1\n");
  add("b", "1\n");
  open();
  next(1);
  backend->hold();
  int answered = 0;
  for (int i = 0; i < 2; ++i) {
    stepper->next(1, [&](const vfs::Result<Stepper::Lines>& lines) {
      ++answered;
      EXPECT_TRUE(lines->empty());
    });
  }
  frames_until([&] { return backend->held() == "b"; });
  stepper->close();
  frames_until([&] { return answered == 2; });
}

TEST_F(StepperTest, begins_again_after_a_restart) {
  add("a", "1\n2\n");
  add("b", "1\n2\n");
  open();
  next(3);
  stepper->restart();
  EXPECT_EQ(stepper->phase(), StepperPhase::not_started);
  EXPECT_EQ(stepper->yielded(), 0U);
  EXPECT_TRUE(stepper->recent().empty());
  order.clear();
  next(3);
  EXPECT_EQ(order, "a1 b1 a2 ");
  EXPECT_EQ(files.open_files(), 2U);
}

TEST_F(StepperTest, may_be_restarted_when_it_was_closed_or_finished) {
  add("a", "1\n");
  open();
  next(5);
  stepper->restart();
  next(5);
  stepper->close();
  stepper->restart();
  next(5);
  EXPECT_EQ(order, "a1 a1 a1 ");
}

TEST_F(StepperTest, keeps_the_last_lines_for_the_panel) {
  add("a", "1\n2\n3\n4\n");
  open({.history = 2});
  next(4);
  ASSERT_EQ(stepper->recent().size(), 2U);
  EXPECT_EQ(stepper->recent()[0].number, 3U);
  EXPECT_EQ(stepper->recent()[1].number, 4U);
  EXPECT_EQ(stepper->yielded(), 4U);
}

TEST_F(StepperTest, cuts_long_lines_for_the_panel_only) {
  add("a", std::string(1'000'000, 'x'));
  open();
  Stepper::Lines lines;
  stepper->next(1, [&](vfs::Result<Stepper::Lines> delivered) { lines = std::move(*delivered); });
  frames_until([&] { return !lines.empty(); });
  EXPECT_EQ(lines[0].text.size(), 1'000'000U);
  EXPECT_LT(stepper->recent()[0].text.size(), 10'000U);
}

class PlayingStepperTest : public StepperTest {
 protected:
  PlayingStepperTest() {
    test::TestHost::get().stop_clock(1000);
    std::string text;
    for (int i = 0; i < 100; ++i) text += "line\n";
    add("a", text);
    open();
  }

  // Reads need turns of the event loop, which the clock does not see.
  void pass(double ms) {
    test::TestHost::get().advance(ms);
    for (int i = 0; i < 5; ++i) frame();
  }
};

TEST_F(PlayingStepperTest, asks_by_itself_until_it_is_paused) {
  stepper->play(10);
  EXPECT_TRUE(stepper->is_playing());
  pass(0);
  EXPECT_EQ(stepper->yielded(), 1U);
  for (int i = 0; i < 5; ++i) pass(100);
  EXPECT_EQ(stepper->yielded(), 6U);
  stepper->pause();
  EXPECT_FALSE(stepper->is_playing());
  for (int i = 0; i < 5; ++i) pass(100);
  EXPECT_EQ(stepper->yielded(), 6U);
}

TEST_F(PlayingStepperTest, does_not_go_faster_when_play_is_pressed_twice) {
  stepper->play(10);
  stepper->play(10);
  pass(0);
  const std::uint64_t before = stepper->yielded();
  for (int i = 0; i < 5; ++i) pass(100);
  EXPECT_EQ(stepper->yielded(), before + 5);
}

TEST_F(PlayingStepperTest, takes_several_lines_at_a_tick_when_it_is_fast) {
  stepper->play(1000);
  pass(0);
  for (int i = 0; i < 3; ++i) pass(16);
  EXPECT_EQ(stepper->yielded(), 64U);
}

TEST_F(PlayingStepperTest, stops_at_the_end) {
  stepper->play(1000);
  for (int i = 0; i < 20; ++i) pass(16);
  EXPECT_EQ(stepper->yielded(), 100U);
  EXPECT_FALSE(stepper->is_playing());
  EXPECT_EQ(stepper->phase(), StepperPhase::finished);
}

TEST_F(PlayingStepperTest, does_not_pile_up_calls_while_a_read_takes_long) {
  stepper->restart();
  backend->hold();
  stepper->play(10);
  for (int i = 0; i < 20; ++i) pass(100);
  EXPECT_EQ(stepper->yielded(), 0U);
  stepper->pause();
  backend->release_all();
  pass(0);
  EXPECT_EQ(stepper->yielded(), 1U);
}

TEST_F(PlayingStepperTest, stops_playing_when_it_is_closed) {
  stepper->play(10);
  pass(0);
  stepper->close();
  pass(1000);
  EXPECT_FALSE(stepper->is_playing());
  EXPECT_EQ(stepper->yielded(), 1U);
}

}  // namespace
}  // namespace weft::lab
