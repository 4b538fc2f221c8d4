#pragma once

namespace weft::lab {

/// Where the time of the calling fiber goes, in ms, from the moment this is made. It belongs to that fiber.
class FiberStopwatch {
 public:
  FiberStopwatch();

  struct Reading {
    double elapsed_ms = 0;
    /// Off the processor until something outside answers, or blocking the thread for it.
    double wait_ms = 0;
    /// On the processor. The rest of `elapsed_ms` it was ready, and others ran.
    double cpu_ms = 0;
  };
  Reading read() const;

  /// The first of them, for any stack.
  double elapsed_ms() const;

 private:
  double begun_at_ms_;
  double waited_before_ms_;
  double ready_before_ms_;
};

}  // namespace weft::lab
