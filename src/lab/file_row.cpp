#include "lab/file_row.hpp"

namespace weft::lab {

std::string_view name_of(FileStatus status) {
  switch (status) {
    case FileStatus::queued:
      return "queued";
    case FileStatus::running:
      return "running";
    case FileStatus::done:
      return "done";
    case FileStatus::skipped:
      return "skipped";
    case FileStatus::failed:
      return "failed";
    case FileStatus::cancelled:
      return "cancelled";
  }
  return "unknown";
}

bool has_ended(FileStatus status) { return status != FileStatus::queued && status != FileStatus::running; }

}  // namespace weft::lab
