#include "lab/samples.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <set>

#include "fiber/semaphore.hpp"
#include "fiber/task_group.hpp"
#include "lab/format.hpp"
#include "vfs/file_system.hpp"

namespace weft::lab {
namespace {

constexpr std::size_t files_at_once = 8;

constexpr auto vocabulary = std::to_array<std::string_view>(
    {"the",     "weft",   "runs",   "across", "warp",    "thread", "loom",   "shuttle", "cloth",
     "pattern", "and",    "over",   "under",  "reads",   "waits",  "yields", "file",    "line",
     "byte",    "buffer", "stream", "of",     "quick",   "slow",   "long",   "short",   "first",
     "last",    "fiber",  "spins",  "while",  "browser", "a",      "always", "never",   "often",
     "turns",   "back",   "forth",  "weaves", "through", "silk",   "wool",   "linen"});

bool is_sample_name(std::string_view name) {
  if (!name.starts_with("file_") || !name.ends_with(".txt")) return false;
  name.remove_prefix(5);
  name.remove_suffix(4);
  return name.size() >= 2 && std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

std::string path_in(const std::string& directory, std::string_view name) {
  return lab::format("{}/{}", directory, name);
}

vfs::Result<void> remove_other_samples(vfs::FileSystem& files, const std::string& directory,
                                       const std::vector<SampleFile>& present) {
  // Another tab may have written some.
  if (auto refreshed = files.refresh(std::array{directory}); !refreshed) return refreshed;
  const auto listed = list_samples(files, directory);
  if (!listed) return std::unexpected(listed.error());
  std::set<std::string_view> kept;
  for (const SampleFile& sample : present) kept.insert(sample.path);
  for (const SampleFile& sample : *listed) {
    if (kept.contains(sample.path)) continue;
    auto removed = files.remove(sample.path);
    if (!removed && removed.error().code != std::errc::no_such_file_or_directory) return removed;
  }
  return {};
}

}  // namespace

std::string sample_name(int number, int count) {
  const std::size_t digits = std::max<std::size_t>(2, std::to_string(count).size());
  return lab::format("file_{:0{}}.txt", number, digits);
}

std::string sample_text(int number, const SampleOptions& options) {
  std::mt19937 random(options.seed * 10'007U + static_cast<std::uint32_t>(number));
  std::string text;
  for (int line = 0; line < options.lines; ++line) {
    for (int word = 0; word < sample_words_per_line; ++word) {
      if (word > 0) text += ' ';
      text += vocabulary[random() % vocabulary.size()];
    }
    text += '\n';
  }
  return text;
}

vfs::Result<std::vector<SampleFile>> write_samples(vfs::FileSystem& files, const std::string& directory,
                                                   const SampleOptions& options) {
  std::vector<SampleFile> samples(static_cast<std::size_t>(options.count));
  std::optional<vfs::Error> failure;
  fiber::Semaphore turns(files_at_once);
  fiber::TaskGroup group(fiber::OnFailure::cancel_rest);
  for (int number = 1; number <= options.count; ++number) {
    auto turn = turns.acquire();
    if (!turn || failure) break;
    const std::string name = sample_name(number, options.count);
    group.spawn("write " + name, [&, number, path = path_in(directory, name), turn = std::move(*turn)] {
      if (fiber::Scheduler::get().is_cancelled()) return false;
      const std::string text = sample_text(number, options);
      const vfs::Result<void> written = files.write_file(path, text);
      if (!written && !failure) failure = written.error();
      samples[static_cast<std::size_t>(number - 1)] = {.path = path,
                                                       .size = static_cast<double>(text.size())};
      return written.has_value();
    });
  }
  const bool was_cancelled = group.join() == fiber::Wake::cancelled;
  if (failure) return std::unexpected(*failure);
  if (was_cancelled) {
    return std::unexpected(vfs::Error{std::errc::operation_canceled, vfs::Verb::write, directory, ""});
  }
  if (auto removed = remove_other_samples(files, directory, samples); !removed)
    return std::unexpected(removed.error());
  return samples;
}

vfs::Result<std::vector<SampleFile>> list_samples(vfs::FileSystem& files, const std::string& directory) {
  const auto entries = files.list(directory);
  if (!entries) return std::unexpected(entries.error());
  std::vector<SampleFile> samples;
  for (const vfs::Entry& entry : *entries) {
    if (entry.stat.kind != vfs::Kind::file || !is_sample_name(entry.name)) continue;
    samples.push_back({.path = path_in(directory, entry.name), .size = static_cast<double>(entry.stat.size)});
  }
  return samples;
}

}  // namespace weft::lab
