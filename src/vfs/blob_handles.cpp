#include "vfs/blob_handles.hpp"

#include "fiber/scheduler.hpp"
#include "vfs/browser.hpp"
#include "vfs/detail.hpp"

namespace weft::vfs {
namespace {

fiber::Outcome closed() { return failure(std::errc::bad_file_descriptor); }

}  // namespace

BlobHandles::~BlobHandles() {
  for (const auto& [handle, open] : open_) weft_blob_release(open.blob);
}

Handle BlobHandles::open(BlobId blob, std::uint64_t size) {
  weft_blob_retain(blob);
  open_.emplace(++last_, Open{.blob = blob, .size = size});
  return last_;
}

std::uint64_t BlobHandles::size(Handle handle) const { return open_.at(handle).size; }

void BlobHandles::start_read(Handle handle, std::uint64_t offset, std::span<std::byte> into,
                             fiber::Ticket ticket) const {
  const auto found = open_.find(handle);
  if (found == open_.end()) return fiber::Scheduler::get().complete(ticket, closed());
  weft_blob_read(ticket.to_number(), found->second.blob, static_cast<double>(offset), into.data(),
                 into.size());
}

fiber::Outcome BlobHandles::read_blocking(Handle handle, std::uint64_t offset,
                                          std::span<std::byte> into) const {
  const auto found = open_.find(handle);
  if (found == open_.end()) return closed();
  fiber::Outcome outcome;
  weft_blob_read_blocking(found->second.blob, static_cast<double>(offset), into.data(), into.size(),
                          &outcome);
  return outcome;
}

Loan BlobHandles::lend(Handle handle) const {
  const auto found = open_.find(handle);
  if (found == open_.end()) return {.outcome = closed()};
  return {.outcome = {.error = 0, .value = static_cast<double>(weft_source_of_blob(found->second.blob))}};
}

void BlobHandles::close(Handle handle) {
  const auto found = open_.find(handle);
  if (found == open_.end()) return;
  weft_blob_release(found->second.blob);
  open_.erase(found);
}

}  // namespace weft::vfs
