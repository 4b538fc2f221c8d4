// The summary of a run, and its way out of the page.

#include "lab/format.hpp"
#include "lab/lab.hpp"
#include "lab/log_lines.hpp"
#include "lab/summary.hpp"
#include "vfs/file_system.hpp"

namespace weft::lab {
namespace {

vfs::Result<std::string> read_whole(vfs::FileSystem& files, const std::string& path) {
  auto file = vfs::File::open(files, path);
  if (!file) return std::unexpected(file.error());
  std::string bytes(file->size(), '\0');
  const auto read = file->read_at(0, std::as_writable_bytes(std::span(bytes)));
  if (!read) return std::unexpected(read.error());
  bytes.resize(*read);
  return bytes;
}

}  // namespace

bool Lab::has_results() const {
  return run_.report().phase == RunPhase::finished || run_.report().phase == RunPhase::cancelled;
}

void Lab::set_storage_fleeting() {
  is_storage_lasting_ = false;
  revision_.bump();
}

Answer Lab::write_summary(SummaryFormat format, SummaryDone done) {
  return start_summary(format, false, std::move(done));
}

Answer Lab::download_summary(SummaryFormat format, SummaryDone done) {
  return start_summary(format, true, std::move(done));
}

Answer Lab::start_summary(SummaryFormat format, bool is_download, SummaryDone done) {
  if (is_busy()) return refuse_while_busy();
  if (!has_results()) return refuse("There are no results to save yet: run first.");
  return start_activity(Activity::writing_summary, [this, format, is_download, done = std::move(done)] {
    const vfs::Result<void> created = create_summary(format, is_download);
    end_summary(created, is_download);
    end_activity();
    if (done) done(created.transform([this] { return summary_.path; }));
  });
}

// snippet write-results
vfs::Result<void> Lab::create_summary(SummaryFormat format, bool is_download) {
  const std::string text = format_summary(run_.report(), format);
  summary_ = {.phase = SummaryPhase::writing,
              .format = format,
              .path = lab::format("{}/{}", environment_.sample_directory, summary_name(format)),
              .size = static_cast<double>(text.size())};
  revision_.bump();
  if (auto written = environment_.files->write_file(summary_.path, text); !written) return written;
  note(Skill::wrote_async);
  log_.add(log_lines::summary_written(summary_.path, text.size()));
  return is_download ? offer_summary(format) : vfs::Result<void>();
}
// end snippet

// What is offered is what the file holds, not what was meant to be in it.
vfs::Result<void> Lab::offer_summary(SummaryFormat format) {
  const vfs::Result<std::string> bytes = read_whole(*environment_.files, summary_.path);
  if (!bytes) return std::unexpected(bytes.error());
  if (environment_.offer_download)
    environment_.offer_download(summary_name(format), media_type_of(format), *bytes);
  return {};
}

void Lab::end_summary(const vfs::Result<void>& created, bool is_download) {
  if (created) {
    summary_.phase = is_download ? SummaryPhase::offered : SummaryPhase::written;
  } else if (created.error().code == std::errc::operation_canceled) {
    summary_.phase = SummaryPhase::cancelled;
  } else {
    summary_.phase = SummaryPhase::failed;
    summary_.error = vfs::to_words(created.error());
    set_notice(summary_.error);
  }
}

}  // namespace weft::lab
