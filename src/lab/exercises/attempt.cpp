#include "lab/exercises/attempt.hpp"

#include <algorithm>
#include <array>

#include "lab/format.hpp"
#include "lab/settings.hpp"
#include "vfs/file_system.hpp"

namespace weft::lab {
namespace {

// Some exercises start a fiber for each of them at once. The number is in what `samples` reports, too.
constexpr std::size_t most_samples = 256;

constexpr double visible_latency_ms = 20;

struct Names {
  std::string_view key;
  std::string_view label;
  std::string_view speed_key;
  std::string_view speed_label;
};

Names names_of(const Contender& contender) {
  if (contender.mode == Mode::sync) return {"syncMs", "Sync", "", ""};
  if (contender.mode == Mode::workers)
    return {"workersMs", "Workers, many in flight", "workersSpeedUp", "Workers against sync"};
  if (contender.concurrency == 1) return {"asyncOneMs", "Async, one in flight", "", ""};
  return {"asyncManyMs", "Async, many in flight", "asyncSpeedUp", "Async against sync"};
}

}  // namespace

vfs::Result<Entries> Attempt::samples() {
  vfs::FileSystem& files = parts.files;
  const std::string& directory = parts.samples.directory();
  auto present =
      files.refresh(std::array{directory}).and_then([&] { return list_samples(files, directory); });
  if (present && present->empty()) present = write_samples(files, directory, {});
  if (!present) return std::unexpected(std::move(present.error()));
  if (present->size() > most_samples) {
    report.set("leftOut", "Samples left out, after the first 256",
               static_cast<double>(present->size() - most_samples));
    present->resize(most_samples);
  }
  Entries entries;
  for (const SampleFile& sample : *present) entries.push_back(entry_of(sample.path, sample.size));
  return entries;
}

vfs::Result<FileEntry> Attempt::write(const std::string& name, std::string_view text) {
  const std::string path = lab::format("{}/{}", parts.directory, name);
  return parts.files.write_file(path, text).transform([&] {
    return entry_of(path, static_cast<double>(text.size()));
  });
}

FileEntry Attempt::entry_of(const std::string& path, double size) const {
  const FileEntry* listed = parts.list.list().find(path);
  return {.number = listed != nullptr ? listed->number : 0,
          .path = path,
          .name = display_name(path),
          .size = size};
}

KeptSettings Attempt::quiet_settings() const {
  Settings settings = parts.preferences.settings();
  settings.mode = Mode::async;
  settings.min_bytes = 0;
  settings.cpu_passes = 1;
  settings.max_open_files = std::max(settings.max_open_files, 64);
  settings.concurrency = settings.max_open_files;
  return KeptSettings(clamped(settings));
}

KeptSettings Attempt::slow_settings() const {
  Settings settings = *quiet_settings();
  settings.latency_ms = std::max(settings.latency_ms, visible_latency_ms);
  return KeptSettings(settings);
}

const RunReport& Attempt::run(std::span<const FileEntry> files, const Settings& settings, const Ways& ways) {
  const RunReport& run = parts.runs.execute(files, settings, ways);
  parts.checklist.note(run);
  return run;
}

const CompareReport& Attempt::compare(std::span<const FileEntry> files, const Settings& settings, int rounds,
                                      const Ways& ways) {
  const CompareReport& comparison = parts.runs.compare(files, settings, {.rounds = rounds}, ways);
  for (const Contender& contender : comparison.contenders) {
    const Names names = names_of(contender);
    report.set(names.key, names.label, contender.median_ms, Unit::milliseconds);
    if (!names.speed_key.empty() && contender.speed_up > 0)
      report.set(names.speed_key, names.speed_label, contender.speed_up, Unit::times);
  }
  return comparison;
}

// The files are in memory, large, and read in few pieces, so that there is little to measure but computing;
// and others on the machine take their part of one round, but hardly of all.
vfs::Result<const CompareReport*> Attempt::compare_computing(const Ways& ways) {
  constexpr int count = 4;
  Entries files;
  for (int number = 1; number <= count; ++number) {
    auto text = write(lab::format("text_{}.txt", number), sample_text(number, {.lines = 50'000}));
    if (!text) return std::unexpected(std::move(text.error()));
    files.push_back(std::move(*text));
  }
  Settings settings = *quiet_settings();
  settings.latency_ms = 0;
  settings.cpu_passes = 100;
  settings.concurrency = count;
  settings.chunk_bytes = vfs::default_chunk_bytes;
  return &compare(files, settings, 3, ways);
}

void Attempt::keep_rows(const RunReport& run) {
  report.rows = run.rows;
  report.set("done", "Read to the end", 0);
  const auto count = [&](std::string_view key, std::string_view label, FileStatus status) {
    const auto number = std::ranges::count(run.rows, status, &FileRow::status);
    if (number > 0) report.set(key, label, static_cast<double>(number));
  };
  count("done", "Read to the end", FileStatus::done);
  count("failed", "Failed", FileStatus::failed);
  count("cancelled", "Cancelled", FileStatus::cancelled);
  count("skipped", "Skipped", FileStatus::skipped);
}

void Attempt::show_open_files() {
  report.set("openFiles", "Open now", static_cast<double>(parts.files.open_files(vfs::Tenure::brief)));
  parts.revision.bump_soon();
}

std::string what_became_of(const FileRow& row) {
  switch (row.status) {
    case FileStatus::failed:
      return lab::format("{} failed: {}", row.name, row.reason);
    case FileStatus::skipped:
      return lab::format("{} was skipped: {}.", row.name, row.reason);
    case FileStatus::done:
      return lab::format("{} was read to the end.", row.name);
    default:
      return lab::format("{} was not read to the end.", row.name);
  }
}

vfs::Result<std::string> failed(const vfs::Error& error) { return std::unexpected(error); }

std::vector<std::string> paths_of(std::span<const FileEntry> entries) {
  std::vector<std::string> paths;
  for (const FileEntry& entry : entries) paths.push_back(entry.path);
  return paths;
}

}  // namespace weft::lab
