#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "fiber/event.hpp"
#include "fiber/generator.hpp"
#include "lab/stepper.hpp"

namespace weft::lab {

/// What a stepper shares with its fiber, which may outlive it by the time that closing takes.
struct Stepper::State : std::enable_shared_from_this<Stepper::State> {
  /// One call of `next` that is not answered yet.
  struct Demand {
    std::size_t left = 0;
    Lines lines = {};
    Deliver deliver;
    /// That those lines take.
    std::size_t bytes = 0;
  };

  struct Source {
    StepSource info;
    /// Made at the source's first turn, so that a file is opened when its first line is wanted.
    std::optional<fiber::Generator<SteppedLine>> generator;
  };

  State(vfs::FileSystem& files, std::span<const FileEntry> entries, Options options);

  void demand(Demand demand);
  void play(double rate);
  void pause();
  void close();
  StepperPhase phase() const;
  std::vector<StepSource> describe_sources() const;
  std::string end_text() const;
  void changed() const;
  /// What it does from now on is nobody's concern.
  void tell_nobody();

  vfs::FileSystem& files;
  std::vector<FileEntry> entries;
  Options options;
  /// What was yielded last; null if that was nothing.
  const SteppedLine* last() const;

  std::deque<SteppedLine> recent;
  std::optional<SteppedLine> header;
  std::size_t columns = 0;
  std::uint64_t yielded = 0;
  double lines_per_second = 0;

 private:
  void run();
  void serve(Demand& demand);
  void answer_first_demand();
  void remember(const SteppedLine& line);
  SteppedLine* next_line();
  bool is_exhausted();
  fiber::Generator<SteppedLine> make_generator(std::size_t index);
  void end_source(Source& source);
  void report_failure(const StepSource& source);
  void tick(std::uint64_t play);

  std::vector<Source> sources_;
  /// The sources whose files are open or about to be, in the order of their turns.
  std::deque<std::size_t> rotation_;
  std::size_t next_to_join_ = 0;
  std::deque<Demand> demands_;
  /// The failure that the next call is answered with.
  std::optional<vfs::Error> untold_;
  fiber::Event wanted_;
  fiber::FiberId fiber_ = 0;
  bool is_finished_ = false;
  bool is_closed_ = false;
  /// Grows with every play and pause, so that a tick of an earlier one is ignored.
  std::uint64_t play_ = 0;
};

}  // namespace weft::lab
