#pragma once

#include <cstddef>

#include "fiber/generator.hpp"
#include "lab/stepper.hpp"
#include "vfs/error.hpp"

namespace weft::lab {

/// The body of a line generator: opens the file of `source`, yields its lines, and closes it, at the end or
/// as soon as nobody wants more. Returns why it ended early, if it did.
vfs::Result<void> step_lines(vfs::FileSystem& files, const StepSource& source, std::size_t index,
                             const Stepper::Options& options, fiber::Generator<SteppedLine>::Yield& yield);

/// The same for the rows of a CSV file.
vfs::Result<void> step_rows(vfs::FileSystem& files, const StepSource& source, std::size_t index,
                            const Stepper::Options& options, fiber::Generator<SteppedLine>::Yield& yield);

}  // namespace weft::lab
