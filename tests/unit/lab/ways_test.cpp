#include "lab/ways.hpp"

#include "fiber/task_group.hpp"
#include "lab/lab_fixture.hpp"

namespace weft::lab {
namespace {

/// A run by the ways of an exercise, over the files of the list.
class WaysTest : public test::LabTest {
 protected:
  void SetUp() override {
    add("a.txt", "one\n");
    add("b.txt", "two two\n");
  }

  const RunReport& run_by(const Ways& ways, Settings settings = {}) {
    EXPECT_TRUE(lab->activities().start(Activity::running, [&] {
      lab->runs().execute(lab->files().list().entries(), settings, ways);
      return [] {};
    }));
    finish();
    return lab->runs().run().report();
  }
};

TEST_F(WaysTest, skips_what_they_leave_out_whatever_the_settings_say) {
  const auto is_a = [](const vfs::FileSystem&, const std::string& path) { return path == "/data/a.txt"; };
  const RunReport& report = run_by({.leaves_out = is_a}, {.min_bytes = 100});
  EXPECT_EQ(report.rows[0].status, FileStatus::skipped);
  EXPECT_EQ(report.rows[1].status, FileStatus::done);
}

TEST_F(WaysTest, opens_files_as_they_do) {
  const auto open_b = [](vfs::FileSystem& files, const std::string&) {
    return vfs::File::open(files, "/data/b.txt");
  };
  const auto refuse = [](vfs::FileSystem&, const std::string& path) -> vfs::Result<vfs::File> {
    return std::unexpected(vfs::Error{
        .code = std::errc::permission_denied, .verb = vfs::Verb::open, .path = path, .detail = {}});
  };
  const RunReport& report = run_by({.blocking = "/data/b.txt", .open = open_b, .open_blocking = refuse});
  EXPECT_EQ(report.rows[0].figures.words, 2U);
  EXPECT_EQ(report.rows[1].status, FileStatus::failed);
}

TEST_F(WaysTest, counts_as_they_do) {
  const auto count = [](vfs::File& file, reading::CountOptions) -> vfs::Result<text::FileCounts> {
    return text::FileCounts{{.bytes = file.size(), .words = 7}, {}};
  };
  for (const Mode mode : {Mode::sync, Mode::async})
    EXPECT_EQ(run_by({.count = count}, {.mode = mode}).totals,
              (Totals{.files = 2, .bytes = 12, .words = 14}));
}

TEST_F(WaysTest, goes_over_the_files_as_they_do_and_cancels_what_they_leave) {
  const auto only_a = [](std::span<const std::string> paths, const ReadOne& read) {
    EXPECT_TRUE(read(paths[0]));
  };
  const auto only_b = [](std::span<const std::string> paths, const ReadOne& read) {
    fiber::TaskGroup group;
    group.spawn("b", [&] { EXPECT_TRUE(read(paths[1])); });
    (void)group.join();
  };
  const Ways ways = {.one_by_one = only_a, .at_once = only_b};
  const RunReport& report = run_by(ways, {.mode = Mode::sync});
  EXPECT_EQ(report.rows[0].status, FileStatus::done);
  EXPECT_EQ(report.rows[1].status, FileStatus::cancelled);
  run_by(ways, {.mode = Mode::async});
  EXPECT_EQ(report.rows[0].status, FileStatus::cancelled);
  EXPECT_EQ(report.rows[1].status, FileStatus::done);
  EXPECT_EQ(report.peak_in_flight, 1U);
}

TEST_F(WaysTest, says_of_a_file_that_it_failed) {
  lab->files().add("/data/none.txt", -1);
  const auto third_fails = [](std::span<const std::string> paths, const ReadOne& read) {
    EXPECT_FALSE(read(paths[2]));
  };
  EXPECT_EQ(run_by({.at_once = third_fails}).failed, 1U);
}

}  // namespace
}  // namespace weft::lab
