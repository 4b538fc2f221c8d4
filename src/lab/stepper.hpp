#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fiber/generator.hpp"
#include "lab/file_list.hpp"
#include "text/csv_dialect.hpp"
#include "text/text_decoder.hpp"
#include "vfs/error.hpp"

namespace weft::vfs {
class FileSystem;
}

namespace weft::lab {

/// What a stepper yields.
enum class StepUnit : std::uint8_t {
  lines,
  /// Those of a CSV file, its header first if it has one; empty ones are left out.
  rows,
};

/// One line, or one row, as the generator yields it.
struct SteppedLine {
  /// Which of the stepper's files it is from.
  std::size_t source = 0;
  std::string path;
  std::string name;
  /// From 1; of a row the line on which it begins.
  std::uint64_t number = 0;
  /// Of the line's first byte in the file; not known of a row.
  std::uint64_t offset = 0;
  /// Of a line, in bytes of UTF-8: more than its text where that is cut.
  std::uint64_t length = 0;
  /// Of a line: without its end; valid UTF-8, with U+FFFD in place of what was not.
  std::string text;
  /// Of a row: as valid as a line's text.
  std::vector<std::string> fields = {};
  /// What is wrong with a row, in words; else empty.
  std::string trouble = {};
  /// The row tells the names of the columns.
  bool is_header = false;
};

/// One file of a stepper, and what its generator's fiber is doing.
struct StepSource {
  std::string path;
  std::string name;
  /// What is known of its rows.
  text::CsvOptions csv = {};
  fiber::Progress progress = fiber::Progress::not_started;
  /// The last line that it yielded; 0 before the first.
  std::uint64_t line = 0;
  /// 0 unless the generator has started and not finished.
  fiber::FiberId fiber = 0;
  /// Why it ended early: it failed.
  std::optional<vfs::Error> error;
};

/// "not started", "suspended", "running", "waiting for a read", "finished", "failed".
std::string_view state_of(const StepSource& source);

enum class StepperPhase : std::uint8_t {
  not_started,
  /// All that was asked for has been delivered.
  suspended,
  /// Lines are on their way.
  stepping,
  /// Every file has been read to its end, or has failed.
  finished,
  closed,
};

/// Steps the generators of lines, or of rows, of one or several files, which take turns (round robin). A file
/// is opened when its first line is wanted, and closed with its generator; at most `max_open` are open at
/// once, and the next one joins when one has ended. A file that fails ends alone, and the others go on.
/// Commands never suspend: lines arrive later, by callback and in `recent`.
class Stepper {
 public:
  struct Options {
    StepUnit unit = StepUnit::lines;
    std::uint32_t chunk_bytes = 64 * 1024;
    std::size_t max_open = 64;
    text::DecodeOptions decode = {};
    /// Lines kept for the panel.
    std::size_t history = 200;
    /// Called when something is asked for the first time, and again after a restart. May be empty.
    std::function<void()> on_begin = {};
    /// Called for each line, on the stepper's fiber; it must not wait. May be empty.
    std::function<void(const SteppedLine&)> on_line = {};
    /// Called for each file that fails, likewise; its error is set. May be empty.
    std::function<void(const StepSource&)> on_failure = {};
    /// Called when something has changed. May be empty.
    std::function<void()> on_change = {};
  };
  using Lines = std::vector<SteppedLine>;
  using Deliver = std::function<void(vfs::Result<Lines>)>;

  /// `files` outlives the stepper and its fibers.
  Stepper(vfs::FileSystem& files, std::span<const FileEntry> entries, Options options);
  /// Closes.
  ~Stepper();
  Stepper(const Stepper&) = delete;
  Stepper& operator=(const Stepper&) = delete;

  /// Once an answer has come to so many bytes, it holds no more lines.
  static constexpr std::size_t most_answer_bytes = 64 * 1024 * 1024;

  /// Asks for `count` more lines. `deliver` gets them, fewer only at the end, before a failure or on close,
  /// none after it; and fewer, but one at least, where they are too long for one answer. The failure of a
  /// file is the answer of a call of its own, that behind the lines which were read before it; the call after
  /// that goes on with the other files. Without `deliver` the call goes on at once, and a header comes on top
  /// of `count`. Calls are answered in the order they were made, on the stepper's fiber, or at once if there
  /// is nothing to wait for.
  void next(std::size_t count, Deliver deliver = {});

  /// Asks for lines by itself, so many a second, until `pause`, the end, or `close`.
  void play(double lines_per_second);
  void pause();
  bool is_playing() const;
  double lines_per_second() const;

  /// Closes the files and begins again before the first line. Playing stops.
  void restart();

  /// Closes the generators where they stand, and with them their files. Idempotent. A read that is under way
  /// is given up; open files are closed within the next pump.
  void close();

  StepperPhase phase() const;

  /// "not started", "suspended at line 12 of file_01.txt", "waiting for a read", "finished", "closed"; and in
  /// place of "finished" where files failed: "failed", "finished, but 2 of 5 files failed".
  std::string state_text() const;

  /// How each file's generator stands now.
  std::vector<StepSource> sources() const;

  /// The last lines, oldest first. Long texts are cut off here, and fields after the hundredth left out,
  /// never in what `next` delivers. Of rows the header is not among them.
  const std::deque<SteppedLine>& recent() const;
  /// The row that names the columns, once it has been yielded; nothing where none does. Cut off like
  /// `recent`.
  const std::optional<SteppedLine>& header() const;
  /// Fields of the first row; 0 before it has been yielded, and of lines.
  std::size_t columns() const;
  StepUnit unit() const;
  /// Lines yielded since the beginning, or the last restart.
  std::uint64_t yielded() const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace weft::lab
