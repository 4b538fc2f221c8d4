#include "lab/stepping.hpp"

#include <utility>
#include <vector>

#include "lab/log_lines.hpp"
#include "lab/settings.hpp"

namespace weft::lab {

Answer Stepping::open(std::optional<FileNumber> file, StepUnit unit) {
  const FileList& list = context_.list.list();
  std::vector<FileEntry> entries(list.entries().begin(), list.entries().end());
  if (file) {
    const FileEntry* entry = list.find(*file);
    if (entry == nullptr) return context_.activities.refuse("That file is not in the list any more.");
    entries = {*entry};
  }
  if (entries.empty())
    return context_.activities.refuse("There are no files to step through: add some first.");
  Stepper::Options with = logging_options(unit);
  with.on_line = [this, log = std::move(with.on_line)](const SteppedLine& line) {
    log(line);
    context_.checklist.note(Skill::stepped_generator);
  };
  stepper_ = std::make_unique<Stepper>(context_.files, entries, std::move(with));
  context_.revision.bump();
  return {};
}

void Stepping::close() {
  stepper_.reset();
  context_.revision.bump();
}

void Stepping::close_rows_of(const std::string& path) {
  if (stepper_ && stepper_->unit() == StepUnit::rows && stepper_->sources().front().path == path) close();
}

std::unique_ptr<Stepper> Stepping::make(std::span<const std::string> paths, StepUnit unit) {
  const FileList& list = context_.list.list();
  Stepper::Options with = options(unit);
  with.on_line = [this](const SteppedLine&) { context_.checklist.note(Skill::stepped_generator); };
  if (paths.empty()) return std::make_unique<Stepper>(context_.files, list.entries(), std::move(with));
  std::vector<FileEntry> entries;
  for (const std::string& path : paths) {
    const FileEntry* known = list.find(path);
    entries.push_back(known != nullptr ? *known : FileEntry{.path = path, .name = display_name(path)});
  }
  return std::make_unique<Stepper>(context_.files, entries, std::move(with));
}

Stepper Stepping::make_logging(std::span<const FileEntry> files) {
  return Stepper(context_.files, files, logging_options(StepUnit::lines));
}

Stepper::Options Stepping::options(StepUnit unit) const {
  const Settings& settings = context_.preferences.settings();
  return {.unit = unit,
          .chunk_bytes = settings.chunk_bytes,
          .max_open = static_cast<std::size_t>(settings.max_open_files),
          .decode = decode_options(settings)};
}

Stepper::Options Stepping::logging_options(StepUnit unit) {
  Stepper::Options with = options(unit);
  with.on_begin = [this] { context_.log.add(log_lines::demo_heading()); };
  with.on_line = [this](const SteppedLine& line) {
    context_.log.add(log_lines::yielded(line.number, line.name));
  };
  with.on_failure = [this](const StepSource& source) {
    context_.log.add(log_lines::failed(source.name, vfs::to_message(*source.error)));
  };
  with.on_change = [this] { context_.revision.bump_soon(); };
  return with;
}

}  // namespace weft::lab
