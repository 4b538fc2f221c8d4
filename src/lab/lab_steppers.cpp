// The panel's stepper, and those of JavaScript.

#include "lab/lab.hpp"
#include "lab/log_lines.hpp"

namespace weft::lab {

Answer Lab::open_stepper(std::optional<FileNumber> file, StepUnit unit) {
  std::vector<FileEntry> entries(files_.entries().begin(), files_.entries().end());
  if (file) {
    const FileEntry* entry = files_.find(*file);
    if (entry == nullptr) return refuse("That file is not in the list any more.");
    entries = {*entry};
  }
  if (entries.empty()) return refuse("There are no files to step through: add some first.");
  Stepper::Options options = logging_stepper_options(unit);
  options.on_line = [this, log = std::move(options.on_line)](const SteppedLine& line) {
    log(line);
    note(Skill::stepped_generator);
  };
  stepper_ = std::make_unique<Stepper>(*environment_.files, entries, std::move(options));
  revision_.bump();
  return {};
}

void Lab::close_stepper() {
  stepper_.reset();
  revision_.bump();
}

std::unique_ptr<Stepper> Lab::make_stepper(std::span<const std::string> paths, StepUnit unit) {
  Stepper::Options options = stepper_options(unit);
  options.on_line = [this](const SteppedLine&) { note(Skill::stepped_generator); };
  if (paths.empty())
    return std::make_unique<Stepper>(*environment_.files, files_.entries(), std::move(options));
  std::vector<FileEntry> entries;
  for (const std::string& path : paths) {
    const FileEntry* known = files_.find(path);
    entries.push_back(known != nullptr ? *known : FileEntry{.path = path, .name = display_name(path)});
  }
  return std::make_unique<Stepper>(*environment_.files, entries, std::move(options));
}

Stepper::Options Lab::stepper_options(StepUnit unit) {
  return {.unit = unit,
          .chunk_bytes = settings_.chunk_bytes,
          .max_open = static_cast<std::size_t>(settings_.max_open_files),
          .decode = decode_options(settings_)};
}

Stepper::Options Lab::logging_stepper_options(StepUnit unit) {
  Stepper::Options options = stepper_options(unit);
  options.on_begin = [this] { log_.add(log_lines::demo_heading()); };
  options.on_line = [this](const SteppedLine& line) { log_.add(log_lines::yielded(line.number, line.name)); };
  options.on_failure = [this](const StepSource& source) {
    log_.add(log_lines::failed(source.name, vfs::to_words(*source.error)));
  };
  options.on_change = [this] { revision_.bump_soon(); };
  return options;
}

}  // namespace weft::lab
