#include "reading/lines.hpp"

#include "fiber/task_group.hpp"
#include "oracles/python_bytes.hpp"
#include "reading/file_test.hpp"

namespace weft::reading {
namespace {

using fiber::Progress;

class LinesTest : public test::FileTest {};

std::vector<std::string> collect(Lines lines) {
  std::vector<std::string> texts;
  for (const text::Line& line : lines) texts.emplace_back(line.text);
  EXPECT_FALSE(lines.error().has_value());
  return texts;
}

std::errc code_of(const std::optional<vfs::Error>& error) { return error ? error->code : std::errc(); }

TEST_F(LinesTest, are_those_that_python_reads) {
  const std::vector<std::string> texts = test::hostile_texts();
  const std::vector<test::Answer> answers = test::ask_python(texts);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (const vfs::Wait wait : {vfs::Wait::suspend, vfs::Wait::block}) {
      vfs::File file = file_with(texts[i], wait);
      EXPECT_EQ(collect(lines(file)), answers[i].lines) << testing::PrintToString(texts[i]);
      EXPECT_EQ(collect(lines(file, {.chunk_bytes = 3})), answers[i].lines)
          << testing::PrintToString(texts[i]);
    }
  }
}

TEST_F(LinesTest, of_a_small_file_that_unpacks_to_much_let_others_run) {
  vfs::File file = file_with(test::python_bytes("gzip.compress(bytes(20_000_000) + b'\\nlast')"));
  bool is_read = false;
  int turns = 0;
  scheduler.spawn("other", [&] {
    while (!is_read) {
      ++turns;
      scheduler.yield_now();
    }
  });
  const std::vector<std::string> texts = collect(lines(file));
  is_read = true;
  test::turn_event_loop_until([this] { return scheduler.fibers().live() == 1; });
  EXPECT_EQ(texts.back(), "last");
  EXPECT_GT(turns, 20);
}

TEST_F(LinesTest, are_given_up_in_the_middle_of_what_a_chunk_unpacks_to) {
  vfs::File file = file_with(test::python_bytes("gzip.compress(bytes(20_000_000))"));
  const fiber::FiberId reader = scheduler.spawn("reader", [&] {
    Lines all = lines(file);
    EXPECT_EQ(all.next(), nullptr);
    EXPECT_EQ(code_of(all.error()), std::errc::operation_canceled);
    order += 'r';
  });
  scheduler.yield_now();
  scheduler.yield_now();
  scheduler.cancel(reader);
  test::turn_event_loop_until([this] { return scheduler.fibers().live() == 1; });
  EXPECT_EQ(order, "r");
}

TEST_F(LinesTest, are_not_read_before_the_first_is_asked_for) {
  vfs::File file = gated_file_with("one\ntwo\n");
  Lines all = lines(file);
  let_others_run();
  EXPECT_EQ(gate->waiting(), 0U);
  EXPECT_EQ(all.progress(), Progress::not_started);
  EXPECT_EQ(all.position(), 0U);
}

TEST_F(LinesTest, let_other_fibers_run_while_a_read_is_on_its_way) {
  vfs::File file = gated_file_with("one\ntwo\n");
  Lines all = lines(file);
  scheduler.spawn("other", [&] {
    EXPECT_EQ(all.progress(), Progress::waiting);
    order += 'o';
    gate->release();
  });
  EXPECT_EQ(all.next()->text, "one");
  EXPECT_EQ(order, "o");
}

TEST_F(LinesTest, step_one_by_one_and_tell_where_they_are) {
  vfs::File file = file_with("one\ntwo\n");
  Lines all = lines(file);
  EXPECT_EQ(all.next()->text, "one");
  EXPECT_EQ(all.position(), 1U);
  EXPECT_EQ(all.progress(), Progress::suspended);
  EXPECT_EQ(all.next()->offset, 4U);
  EXPECT_EQ(all.position(), 2U);
  EXPECT_EQ(all.next(), nullptr);
  EXPECT_EQ(all.position(), 2U);
  EXPECT_EQ(all.progress(), Progress::finished);
  EXPECT_EQ(all.next(), nullptr);
  EXPECT_FALSE(all.error().has_value());
}

TEST_F(LinesTest, carry_the_error_of_a_failed_read_after_the_lines_before_it) {
  vfs::File file = gated_file_with("one\ntwo\nthree\n");
  scheduler.spawn("gatekeeper", [this] {
    gate->release();
    test::turn_event_loop_until([this] { return gate->waiting() > 0; });
    gate->fail();
  });
  Lines all = lines(file, {.chunk_bytes = 9});
  for (const text::Line& line : all) order += line.text;
  EXPECT_EQ(order, "onetwo");
  ASSERT_TRUE(all.error().has_value());
  EXPECT_EQ(all.error()->code, std::errc::io_error);
  EXPECT_EQ(all.error()->path, "/gate/gated");
  EXPECT_EQ(all.error()->detail, "the gate fell");
}

TEST_F(LinesTest, closed_half_way_abandon_the_read_that_is_on_its_way) {
  vfs::File file = gated_file_with("one\ntwo\nthree\n");
  Lines all = lines(file, {.chunk_bytes = 4});
  scheduler.spawn("gatekeeper", [this] { gate->release(); });
  EXPECT_EQ(all.next()->text, "one");
  EXPECT_EQ(gate->waiting(), 1U);
  all.close();
  EXPECT_EQ(gate->waiting(), 0U);
  EXPECT_EQ(all.progress(), Progress::finished);
  EXPECT_EQ(all.next(), nullptr);
  EXPECT_FALSE(all.error().has_value());
  EXPECT_TRUE(file.is_open());
}

TEST_F(LinesTest, that_own_their_file_close_it_at_the_end) {
  Lines all = lines(file_with("one\n"));
  EXPECT_NE(all.next(), nullptr);
  EXPECT_EQ(fs.open_files(), 1U);
  EXPECT_EQ(all.next(), nullptr);
  EXPECT_EQ(fs.open_files(), 0U);
}

TEST_F(LinesTest, that_own_their_file_close_it_when_they_are_closed) {
  Lines half_read = lines(file_with("one\ntwo\n"));
  Lines unread = lines(file_with("one\n"));
  EXPECT_NE(half_read.next(), nullptr);
  EXPECT_EQ(fs.open_files(), 2U);
  half_read.close();
  EXPECT_EQ(fs.open_files(), 1U);
  unread.close();
  EXPECT_EQ(fs.open_files(), 0U);
}

TEST_F(LinesTest, that_own_their_file_close_it_when_they_go_out_of_scope) {
  {
    Lines all = lines(file_with("one\ntwo\n"));
    EXPECT_NE(all.next(), nullptr);
  }
  EXPECT_EQ(fs.open_files(), 0U);
}

TEST_F(LinesTest, end_with_an_error_when_their_reader_is_cancelled_during_a_read) {
  vfs::File file = gated_file_with("one\ntwo\n");
  fiber::TaskGroup group;
  group.spawn("reader", [&] {
    Lines all = lines(file);
    EXPECT_EQ(all.next(), nullptr);
    EXPECT_EQ(code_of(all.error()), std::errc::operation_canceled);
    order += 'c';
  });
  let_others_run();
  EXPECT_EQ(gate->waiting(), 1U);
  group.cancel();
  (void)group.join();
  EXPECT_EQ(gate->waiting(), 0U);
  EXPECT_EQ(order, "c");
}

TEST_F(LinesTest, end_with_an_error_when_their_reader_is_cancelled_between_two_lines) {
  vfs::File file = file_with("one\ntwo\n");
  fiber::TaskGroup group;
  group.spawn("reader", [&] {
    Lines all = lines(file);
    EXPECT_NE(all.next(), nullptr);
    scheduler.cancel(scheduler.current().id());
    EXPECT_EQ(all.next(), nullptr);
    EXPECT_EQ(code_of(all.error()), std::errc::operation_canceled);
    order += 'c';
  });
  (void)group.join();
  EXPECT_EQ(order, "c");
}

TEST_F(LinesTest, of_several_files_can_be_interleaved) {
  Lines letters = lines(file_with("a\nb\nc\n"));
  Lines digits = lines(file_with("1\n2\n3\n"));
  while (const text::Line* letter = letters.next()) order.append(letter->text).append(digits.next()->text);
  EXPECT_EQ(order, "a1b2c3");
  digits.close();
}

}  // namespace
}  // namespace weft::reading
