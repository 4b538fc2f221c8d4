#include "lab/mastery.hpp"

#include <cerrno>
#include <set>

#include "lab/lab_fixture.hpp"

namespace weft::lab {
namespace {

TEST(MasteryTest, takes_every_skill_once) {
  Mastery mastery;
  EXPECT_EQ(mastery.count(), 0U);
  EXPECT_FALSE(mastery.reset());
  for (const Skill skill : all_skills()) {
    EXPECT_FALSE(mastery.has(skill));
    EXPECT_TRUE(mastery.add(skill));
    EXPECT_FALSE(mastery.add(skill));
    EXPECT_TRUE(mastery.has(skill));
  }
  EXPECT_EQ(mastery.count(), skill_count);
  EXPECT_TRUE(mastery.reset());
  EXPECT_EQ(mastery.count(), 0U);
}

TEST(MasteryTest, has_words_for_every_skill) {
  std::set<std::string_view> ids;
  for (const Skill skill : all_skills()) {
    ids.insert(text_of(skill).id);
    EXPECT_FALSE(text_of(skill).title.empty());
    EXPECT_TRUE(text_of(skill).how.ends_with('.'));
  }
  EXPECT_EQ(ids.size(), skill_count);
}

CompareReport comparison(double sync_ms, double async_ms) {
  CompareReport report;
  report.phase = ComparisonPhase::finished;
  report.contenders = {{.name = "Sync", .mode = Mode::sync, .speed_up = 1},
                       {.name = "Async, 1", .mode = Mode::async, .speed_up = 10},
                       {.name = "Async, 8", .mode = Mode::async, .speed_up = sync_ms / async_ms}};
  return report;
}

TEST(ComparisonOutcomeTest, is_won_by_a_clear_margin_only) {
  EXPECT_EQ(outcome_of(comparison(100, 90)), Skill::async_won);
  EXPECT_EQ(outcome_of(comparison(100, 90.1)), Skill::async_did_not_win);
  EXPECT_EQ(outcome_of(comparison(100, 300)), Skill::async_did_not_win);
}

TEST(ComparisonOutcomeTest, is_open_where_the_times_mean_little) {
  for (const auto phase : {ComparisonPhase::idle, ComparisonPhase::measuring, ComparisonPhase::cancelled}) {
    CompareReport report = comparison(100, 10);
    report.phase = phase;
    EXPECT_EQ(outcome_of(report), std::nullopt);
  }
  CompareReport untold = comparison(100, 10);
  untold.contenders.back().speed_up = 0;
  EXPECT_EQ(outcome_of(untold), std::nullopt);
  CompareReport empty;
  empty.phase = ComparisonPhase::finished;
  EXPECT_EQ(outcome_of(empty), std::nullopt);
}

class LabMasteryTest : public test::LabTest {
 protected:
  /// The ids of what has been done.
  std::string done() {
    std::string ids;
    for (const Skill skill : all_skills())
      if (lab->checklist().mastery().has(skill)) ids.append(text_of(skill).id).append(" ");
    return ids;
  }
};

TEST_F(LabMasteryTest, takes_an_async_run_that_read_a_file) {
  lab->files().add("/data/missing", -1);
  run({});
  EXPECT_EQ(done(), "") << "nothing was read";
  add("a", "x");
  run({.mode = Mode::sync});
  EXPECT_EQ(done(), "");
  run({.concurrency = 1});
  EXPECT_EQ(done(), "read-async ");
}

TEST_F(LabMasteryTest, takes_a_run_with_several_files_in_work_at_once) {
  add("a", "x");
  run({});
  EXPECT_EQ(done(), "read-async ");
  add("b", "x");
  run({.concurrency = 2});
  EXPECT_EQ(done(), "read-async several-at-once ");
}

TEST_F(LabMasteryTest, does_not_take_a_run_that_was_cancelled) {
  add("a", "x");
  add("b", "x");
  backend->on_operation = [this](int operation) {
    if (operation == 3) lab->activities().cancel();
  };
  run({.concurrency = 2});
  backend->on_operation = {};
  EXPECT_EQ(lab->runs().run().report().phase, RunPhase::cancelled);
  EXPECT_EQ(done(), "");
}

TEST_F(LabMasteryTest, takes_samples_that_were_asked_for_and_not_those_of_the_first_visit) {
  lab->samples().start();
  finish();
  EXPECT_EQ(lab->files().list().size(), 10U);
  EXPECT_EQ(done(), "");
  ASSERT_TRUE(lab->samples().write());
  finish();
  EXPECT_EQ(done(), "wrote-async ");
}

TEST_F(LabMasteryTest, takes_a_summary_that_was_written) {
  add("a", "x");
  run({.mode = Mode::sync});
  backend->write_error = ENOSPC;
  for (const bool is_sample : {false, true}) {
    ASSERT_TRUE(is_sample ? lab->samples().write() : lab->results().write(SummaryFormat::csv));
    finish();
    EXPECT_EQ(done(), "");
  }
  backend->write_error = 0;
  ASSERT_TRUE(lab->results().write(SummaryFormat::csv));
  finish();
  EXPECT_EQ(done(), "wrote-async ");
}

TEST_F(LabMasteryTest, takes_a_stepper_that_has_delivered_a_line) {
  const FileNumber a = add("a", "1\n");
  ASSERT_TRUE(lab->stepping().open(a));
  EXPECT_EQ(done(), "");
  lab->stepping().stepper()->next(1);
  frames_until([&] { return lab->stepping().stepper()->yielded() == 1; });
  EXPECT_EQ(done(), "stepped-generator ");
}

TEST_F(LabMasteryTest, takes_a_stepper_of_a_script) {
  add("empty", "");
  add("a", "1\n");
  int delivered = 0;
  for (const std::vector<std::string>& paths : {std::vector<std::string>{"/data/empty"}, {}}) {
    auto stepper = lab->stepping().make(paths);
    EXPECT_EQ(done(), "");
    stepper->next(1, [&](const vfs::Result<Stepper::Lines>&) { ++delivered; });
    frames_until([&] { return delivered > 0; });
    delivered = 0;
  }
  EXPECT_EQ(done(), "stepped-generator ");
}

TEST_F(LabMasteryTest, takes_the_outcome_of_a_comparison) {
  add("a", "x");
  add("b", "x");
  ASSERT_TRUE(lab->runs().start_comparison({.rounds = 1}));
  finish();
  const auto outcome = outcome_of(lab->runs().comparison().report());
  ASSERT_TRUE(outcome);
  EXPECT_TRUE(lab->checklist().mastery().has(*outcome));
  EXPECT_EQ(lab->checklist().mastery().count(), 3U) << done();
}

TEST_F(LabMasteryTest, does_not_take_a_comparison_of_nothing_or_one_that_was_cancelled) {
  ASSERT_TRUE(lab->runs().start_comparison({.rounds = 1}));
  finish();
  EXPECT_EQ(done(), "");
  add("a", "x");
  ASSERT_TRUE(lab->runs().start_comparison({.rounds = 5}));
  frames_until([&] { return lab->runs().comparison().report().runs_done == 1; });
  lab->activities().cancel();
  finish();
  EXPECT_FALSE(lab->checklist().mastery().has(Skill::async_won) ||
               lab->checklist().mastery().has(Skill::async_did_not_win));
}

TEST_F(LabMasteryTest, does_not_take_the_lesson_which_only_shows_it) {
  ASSERT_TRUE(lab->lesson().start());
  finish();
  EXPECT_EQ(lab->lesson().step(), LessonStep::finished);
  EXPECT_EQ(done(), "");
}

TEST_F(LabMasteryTest, is_remembered_when_it_changes_and_can_be_reset) {
  add("a", "x");
  run({.concurrency = 1});
  EXPECT_EQ(remembered, 1);
  run({.concurrency = 1});
  EXPECT_EQ(remembered, 1);
  const std::uint64_t before = lab->revision().value();
  lab->checklist().reset();
  EXPECT_EQ(remembered, 2);
  EXPECT_GT(lab->revision().value(), before);
  EXPECT_EQ(done(), "");
  lab->checklist().reset();
  EXPECT_EQ(remembered, 2);
}

TEST_F(LabMasteryTest, is_recalled_from_an_earlier_visit) {
  Mastery earlier;
  earlier.add(Skill::async_won);
  lab->checklist().recall(earlier);
  EXPECT_EQ(done(), "async-won ");
  EXPECT_EQ(remembered, 0);
}

}  // namespace
}  // namespace weft::lab
