#include "lab/replay.hpp"

#include <algorithm>
#include <deque>
#include <functional>
#include <queue>
#include <tuple>
#include <vector>

namespace weft::lab {
namespace {

/// A file has done computing, or its reads have come.
enum class Step : std::uint8_t { done, ready };

class Replay {
 public:
  Replay(std::span<const FileWork> files, std::size_t processors) : files_(files), idle_(processors) {}

  double run(std::size_t at_once) {
    while (begun_ < std::min(at_once, files_.size())) begin_next();
    while (!coming_.empty()) {
      const auto [ms, step, file] = coming_.top();
      coming_.pop();
      now_ms_ = ms;
      if (step == Step::ready) {
        ready_.push_back(file);
      } else {
        ++idle_;
        begin_next();
      }
      compute_next();
    }
    return now_ms_;
  }

 private:
  void begin_next() {
    if (begun_ == files_.size()) return;
    coming_.emplace(now_ms_ + files_[begun_].wait_ms, Step::ready, begun_);
    ++begun_;
  }

  void compute_next() {
    if (idle_ == 0 || ready_.empty()) return;
    --idle_;
    coming_.emplace(now_ms_ + files_[ready_.front()].compute_ms, Step::done, ready_.front());
    ready_.pop_front();
  }

  using Coming = std::tuple<double, Step, std::size_t>;

  std::span<const FileWork> files_;
  std::size_t idle_;
  std::size_t begun_ = 0;
  double now_ms_ = 0;
  std::deque<std::size_t> ready_;
  std::priority_queue<Coming, std::vector<Coming>, std::greater<>> coming_;
};

}  // namespace

double replay(std::span<const FileWork> files, std::size_t at_once, std::size_t processors) {
  return Replay(files, processors).run(at_once);
}

}  // namespace weft::lab
