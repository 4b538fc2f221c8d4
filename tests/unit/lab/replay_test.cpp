#include "lab/replay.hpp"

#include <algorithm>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace weft::lab {
namespace {

TEST(ReplayTest, adds_everything_up_for_one_file_at_once) {
  const std::vector<FileWork> files = {{3, 1}, {4, 2}, {0, 5}};
  EXPECT_EQ(replay(files, 1, 1), 15);
}

TEST(ReplayTest, lets_waits_overlap_and_computing_take_turns) {
  const std::vector<FileWork> files = {{10, 2}, {10, 2}, {10, 2}};
  EXPECT_EQ(replay(files, 3, 1), 16);
  EXPECT_EQ(replay(files, 3, 3), 12);
  EXPECT_EQ(replay(files, 2, 1), 24);
}

TEST(ReplayTest, takes_no_time_without_files) { EXPECT_EQ(replay({}, 8, 1), 0); }

/// Every millisecond by itself: who waits, who computes, who comes next.
double by_the_millisecond(const std::vector<FileWork>& files, std::size_t at_once, std::size_t processors) {
  struct Running {
    double wait_ms;
    double compute_ms;
    double ready_at_ms;
    std::size_t number;
  };
  std::vector<Running> waiting;
  std::vector<Running> ready;
  std::vector<Running> computing;
  std::size_t begun = 0;
  double now_ms = 0;
  const auto settle = [&] {
    for (bool has_changed = true; has_changed;) {
      has_changed = false;
      while (begun < files.size() && waiting.size() + ready.size() + computing.size() < at_once) {
        waiting.push_back({files[begun].wait_ms, files[begun].compute_ms, 0, begun});
        ++begun;
      }
      for (auto file = waiting.begin(); file != waiting.end();) {
        if (file->wait_ms > 0) {
          ++file;
          continue;
        }
        file->ready_at_ms = now_ms;
        ready.push_back(*file);
        file = waiting.erase(file);
      }
      std::ranges::sort(ready, [](const Running& a, const Running& b) {
        return std::pair(a.ready_at_ms, a.number) < std::pair(b.ready_at_ms, b.number);
      });
      while (!ready.empty() && computing.size() < processors) {
        computing.push_back(ready.front());
        ready.erase(ready.begin());
        has_changed = true;
      }
      has_changed |= std::erase_if(computing, [](const Running& file) { return file.compute_ms <= 0; }) > 0;
    }
  };
  for (settle(); waiting.size() + ready.size() + computing.size() > 0; settle()) {
    for (Running& file : waiting) --file.wait_ms;
    for (Running& file : computing) --file.compute_ms;
    ++now_ms;
  }
  return now_ms;
}

TEST(ReplayTest, is_what_brute_force_finds_in_thousands_of_random_runs) {
  std::minstd_rand random(20261128);
  const auto number = [&](unsigned least, unsigned most) { return least + random() % (most - least + 1); };
  for (int round = 0; round < 5000; ++round) {
    std::vector<FileWork> files(number(0, 7));
    for (FileWork& file : files) file = {.wait_ms = double(number(0, 6)), .compute_ms = double(number(0, 4))};
    const std::size_t at_once = number(1, 5);
    const std::size_t processors = number(1, 3);
    ASSERT_EQ(replay(files, at_once, processors), by_the_millisecond(files, at_once, processors))
        << "round " << round;
  }
}

}  // namespace
}  // namespace weft::lab
