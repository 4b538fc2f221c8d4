#include "lab/results.hpp"

#include <utility>

#include "lab/format.hpp"
#include "lab/log_lines.hpp"
#include "lab/summary.hpp"

namespace weft::lab {
void Results::set_storage_fleeting() {
  is_storage_lasting_ = false;
  context_.revision.bump();
}

Answer Results::start(SummaryFormat format, bool is_download, Done done) {
  if (Answer idle = context_.activities.check_idle(); !idle) return idle;
  if (!context_.runs.has_results())
    return context_.activities.refuse("There are no results to save yet: run first.");
  return context_.activities.start(Activity::writing_summary,
                                   [this, format, is_download, done = std::move(done)] {
                                     const vfs::Result<void> saved = save(format, is_download);
                                     return [this, saved, done] {
                                       if (done) done(saved.transform([this] { return summary_.path; }));
                                     };
                                   });
}

vfs::Result<void> Results::save(SummaryFormat format, bool is_download) {
  const std::string text = begin(format);
  vfs::Result<void> saved = note_written(context_.files.write_file(summary_.path, text));
  if (saved && is_download) saved = offer_summary(format);
  end(saved, is_download);
  return saved;
}

std::string Results::begin(SummaryFormat format) {
  std::string text = format_summary(context_.runs.run().report(), format);
  summary_ = {.phase = SummaryPhase::writing,
              .format = format,
              .path = lab::format("{}/{}", context_.directory, summary_name(format)),
              .size = static_cast<double>(text.size())};
  context_.revision.bump();
  return text;
}

vfs::Result<void> Results::note_written(vfs::Result<void> written) {
  if (!written) return written;
  context_.checklist.note(Skill::wrote_async);
  context_.log.add(log_lines::summary_written(summary_.path, static_cast<std::size_t>(summary_.size)));
  return {};
}

// What is offered is what the file holds, not what was meant to be in it.
vfs::Result<void> Results::offer_summary(SummaryFormat format) {
  const vfs::Result<std::string> bytes = context_.files.read_file(summary_.path);
  if (!bytes) return std::unexpected(bytes.error());
  if (context_.offer_download) context_.offer_download(summary_name(format), media_type_of(format), *bytes);
  return {};
}

void Results::end(const vfs::Result<void>& saved, bool is_download) {
  if (saved) {
    summary_.phase = is_download ? SummaryPhase::offered : SummaryPhase::written;
  } else if (saved.error().code == std::errc::operation_canceled) {
    summary_.phase = SummaryPhase::cancelled;
  } else {
    summary_.phase = SummaryPhase::failed;
    summary_.error = vfs::to_message(saved.error());
    context_.activities.set_notice(summary_.error);
  }
}

}  // namespace weft::lab
