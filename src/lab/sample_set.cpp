#include "lab/sample_set.hpp"

#include <algorithm>
#include <cassert>
#include <unordered_set>
#include <utility>

#include "fiber/scheduler.hpp"
#include "lab/log_lines.hpp"
#include "lab/options.hpp"

namespace weft::lab {

// What somebody has begun over files of their own, before the storage was there, goes first.
void SampleSet::start(std::function<void()> ready) {
  if (context_.activities.is_busy()) return start_when_idle(std::move(ready));
  const Answer taken = context_.activities.start(Activity::writing_samples, [this, ready = std::move(ready)] {
    take_or_create();
    return [ready] {
      if (ready) ready();
    };
  });
  assert(taken);
}

void SampleSet::start_when_idle(std::function<void()> ready) {
  fiber::Scheduler::get().spawn("start", [this, ready = std::move(ready)] {
    if (context_.activities.wait_until_idle() == fiber::Wake::resumed) start(ready);
  });
}

void SampleSet::take_or_create() {
  const auto present = list_samples(context_.files, context_.directory);
  if (present && !present->empty()) return take_into_list(*present);
  // What goes wrong is in the notice and in the log; there are no samples then.
  [[maybe_unused]] const auto created = create({});
}

Answer SampleSet::write(const SampleOptions& options, Done done) {
  return context_.activities.start(Activity::writing_samples, [this, options, done = std::move(done)] {
    const vfs::Result<std::vector<SampleFile>> samples = create(options);
    if (samples) context_.checklist.note(Skill::wrote_async);
    return [samples, done] {
      if (done) done(samples);
    };
  });
}

vfs::Result<std::vector<SampleFile>> SampleSet::create(const SampleOptions& options) {
  context_.log.add(log_lines::samples_heading());
  auto samples = write_samples(context_.files, context_.directory, clamped(options));
  if (samples) {
    take_into_list(*samples);
    context_.log.add(log_lines::samples_created(samples->size(), context_.directory));
  } else if (samples.error().code != std::errc::operation_canceled) {
    context_.activities.tell(vfs::to_message(samples.error()));
  }
  return samples;
}

void SampleSet::take_into_list(const std::vector<SampleFile>& samples) {
  std::unordered_set<std::string> present;
  for (const SampleFile& sample : samples) present.insert(sample.path);
  for (const FileEntry& entry : listed()) {
    if (!present.contains(entry.path)) context_.list.forget(entry.number);
  }
  for (const SampleFile& sample : samples) context_.list.add(sample.path, sample.size);
}

std::vector<FileEntry> SampleSet::listed() const {
  const std::string prefix = context_.directory + "/";
  std::vector<FileEntry> samples;
  std::ranges::copy_if(context_.list.list().entries(), std::back_inserter(samples),
                       [&](const FileEntry& entry) { return entry.path.starts_with(prefix); });
  return samples;
}

}  // namespace weft::lab
