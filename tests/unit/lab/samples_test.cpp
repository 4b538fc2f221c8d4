#include "lab/samples.hpp"

#include <cerrno>

#include "lab/lab_fixture.hpp"
#include "lab/options.hpp"
#include "text/counter.hpp"

namespace weft::lab {
namespace {

text::Counts count(const std::string& text) {
  text::Counter counter;
  counter.add(std::as_bytes(std::span(text)));
  return counter.finish();
}

TEST(SampleTextTest, is_the_same_for_the_same_seed) {
  EXPECT_EQ(sample_text(3, {.seed = 7}), sample_text(3, {.seed = 7}));
  EXPECT_NE(sample_text(3, {.seed = 7}), sample_text(3, {.seed = 8}));
  EXPECT_NE(sample_text(3, {.seed = 7}), sample_text(4, {.seed = 7}));
}

TEST(SampleTextTest, has_the_lines_it_should_have_and_five_words_each) {
  for (const int lines : {1, 50, 1234}) {
    const text::Counts counts = count(sample_text(1, {.lines = lines}));
    EXPECT_EQ(counts.lines, static_cast<std::uint64_t>(lines));
    EXPECT_EQ(counts.words, static_cast<std::uint64_t>(lines) * 5);
  }
}

TEST(SampleNameTest, has_as_many_digits_as_the_last_one_needs) {
  EXPECT_EQ(sample_name(1, 1), "file_01.txt");
  EXPECT_EQ(sample_name(1, 10), "file_01.txt");
  EXPECT_EQ(sample_name(99, 99), "file_99.txt");
  EXPECT_EQ(sample_name(7, 100), "file_007.txt");
  EXPECT_EQ(sample_name(10'000, 10'000), "file_10000.txt");
}

TEST(SampleOptionsTest, are_brought_into_range) {
  EXPECT_EQ(clamped(SampleOptions{.count = 0, .lines = -4}).count, 1);
  EXPECT_EQ(clamped(SampleOptions{.count = 0, .lines = -4}).lines, 1);
  EXPECT_EQ(clamped(SampleOptions{.count = 1'000'000}).count, 10'000);
}

class SamplesTest : public test::LabTest {
 protected:
  std::string names() const {
    std::string names;
    for (const vfs::Entry& entry : *files.list("/data")) names += entry.name + ' ';
    return names;
  }
  std::string listed() {
    std::string names;
    for (const FileEntry& entry : lab->files().list().entries()) names += entry.name + ' ';
    return names;
  }
};

TEST_F(SamplesTest, are_written_with_the_sizes_they_are_said_to_have) {
  const auto samples = write_samples(files, "/data", {.count = 20, .lines = 3});
  ASSERT_TRUE(samples);
  ASSERT_EQ(samples->size(), 20U);
  for (const SampleFile& sample : *samples) EXPECT_EQ(files.stat(sample.path)->size, sample.size);
  EXPECT_EQ(samples->at(19).path, "/data/file_20.txt");
  EXPECT_EQ(samples->at(4).size, static_cast<double>(sample_text(5, {.count = 20, .lines = 3}).size()));
}

TEST_F(SamplesTest, take_the_place_of_an_earlier_set_and_touch_nothing_else) {
  backend->put("file_notes.txt", "mine");
  backend->put("notes.txt", "mine");
  ASSERT_TRUE(write_samples(files, "/data", {.count = 4}));
  ASSERT_TRUE(write_samples(files, "/data", {.count = 2}));
  EXPECT_EQ(names(), "file_01.txt file_02.txt file_notes.txt notes.txt ");
}

TEST_F(SamplesTest, tell_why_they_could_not_be_written) {
  backend->write_error = ENOSPC;
  const auto samples = write_samples(files, "/data", {});
  ASSERT_FALSE(samples);
  EXPECT_EQ(samples.error().code, std::errc::no_space_on_device);
  EXPECT_EQ(write_samples(files, "/nowhere", {}).error().code, std::errc::permission_denied);
}

TEST_F(SamplesTest, are_written_on_the_first_visit) {
  lab->samples().start([this] { order += 'r'; });
  finish();
  EXPECT_EQ(order, "r");
  EXPECT_EQ(lab->files().list().size(), 10U);
  EXPECT_EQ(lab->files().list().entries()[0].path, "/data/file_01.txt");
  EXPECT_EQ(log(), "--- Generating sample files ---\nCreated 10 sample files in data/\n");
}

TEST_F(SamplesTest, are_taken_as_they_are_on_the_second_visit) {
  backend->put("file_02.txt", "mine");
  backend->put("file_01.txt", "mine too");
  lab->samples().start([this] { order += 'r'; });
  finish();
  EXPECT_EQ(order, "r");
  EXPECT_EQ(listed(), "file_01.txt file_02.txt ");
  EXPECT_EQ(lab->files().list().entries()[1].size, 4);
  EXPECT_EQ(backend->operations, 0);
}

TEST_F(SamplesTest, wait_for_what_is_under_way_when_the_storage_arrives) {
  add("mine.txt", "x");
  backend->hold();
  ASSERT_TRUE(lab->runs().start([this](const RunReport&) { order += 'R'; }));
  frames_until([&] { return backend->held() == "mine.txt"; });
  lab->samples().start([this] { order += 'r'; });
  frame();
  EXPECT_EQ(lab->activities().current(), Activity::running);
  EXPECT_EQ(lab->activities().notice(), "");
  backend->release_all();
  frames_until([&] { return order.ends_with('r'); });
  EXPECT_EQ(order, "Rr");
  EXPECT_EQ(lab->files().list().size(), 10U) << "the samples alone: mine was in their folder";
  EXPECT_FALSE(lab->activities().is_busy());
}

TEST_F(SamplesTest, wait_for_a_command_that_follows_the_one_under_way_too) {
  add("mine.txt", "x");
  ASSERT_TRUE(lab->runs().start([this](const RunReport&) {
    order += 'R';
    EXPECT_TRUE(lab->runs().start([this](const RunReport&) { order += 'R'; }));
  }));
  lab->samples().start([this] { order += 'r'; });
  frames_until([&] { return order.ends_with('r'); });
  EXPECT_EQ(order, "RRr");
}

TEST_F(SamplesTest, of_an_earlier_set_may_be_gone_when_they_are_to_be_removed) {
  for (const char* name : {"file_01.txt", "file_02.txt", "file_03.txt"}) backend->put(name, "old");
  backend->gone = "file_02.txt";
  EXPECT_TRUE(write_samples(files, "/data", {.count = 1}));
  EXPECT_FALSE(files.exists("/data/file_03.txt"));
}

TEST_F(SamplesTest, that_cannot_be_written_leave_a_notice_and_a_page_that_works) {
  backend->write_error = ENOSPC;
  lab->samples().start([this] { order += 'r'; });
  finish();
  EXPECT_EQ(order, "r");
  EXPECT_NE(lab->activities().notice().find("ENOSPC"), std::string::npos) << lab->activities().notice();
  EXPECT_TRUE(lab->runs().start({}, {}));
  finish();
}

TEST_F(SamplesTest, replace_samples_in_the_list_and_nothing_else) {
  const FileNumber mine = lab->files().add("/drop/mine", 1);
  ASSERT_TRUE(lab->samples().write({.count = 3}));
  finish();
  ASSERT_TRUE(lab->samples().write({.count = 2},
                                   [this](const auto& samples) { order = std::to_string(samples->size()); }));
  finish();
  EXPECT_EQ(order, "2");
  EXPECT_EQ(listed(), "mine file_01.txt file_02.txt ");
  EXPECT_NE(lab->files().list().find(mine), nullptr);
}

TEST_F(SamplesTest, may_be_cancelled_at_any_moment) {
  for (int moment = 1; moment < 40; ++moment) {
    backend->operations = 0;
    backend->on_operation = [&](int operation) {
      if (operation == moment) lab->activities().cancel();
    };
    ASSERT_TRUE(lab->samples().write({.count = 15, .lines = 1}));
    finish();
    EXPECT_EQ(scheduler.fibers().live(), 1U);
    EXPECT_EQ(scheduler.operations().pending(), 0U);
    EXPECT_EQ(lab->activities().notice(), "");
  }
}

}  // namespace
}  // namespace weft::lab
