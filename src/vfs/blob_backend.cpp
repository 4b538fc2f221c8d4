#include "vfs/blob_backend.hpp"

#include "vfs/browser.hpp"
#include "vfs/detail.hpp"

namespace weft::vfs {
namespace {

std::unexpected<Failure> closed() { return failure(std::errc::bad_file_descriptor); }

}  // namespace

BlobBackend::~BlobBackend() {
  for (const auto& [handle, open] : open_) weft_blob_release(open.blob);
}

Handle BlobBackend::open(BlobId blob, std::uint64_t size) {
  weft_blob_retain(blob);
  const Handle handle{++last_};
  open_.emplace(handle, Open{.blob = blob, .size = size});
  return handle;
}

std::uint64_t BlobBackend::size(Handle handle) const { return open_.at(handle).size; }

void BlobBackend::start_read(Handle handle, std::uint64_t offset, std::span<std::byte> into,
                             Ticket<std::size_t> ticket) {
  const auto found = open_.find(handle);
  if (found == open_.end()) return complete(ticket, closed());
  weft_blob_read(ticket.to_number(), found->second.blob, static_cast<double>(offset), into.data(),
                 into.size());
}

Outcome<std::size_t> BlobBackend::read_blocking(Handle handle, std::uint64_t offset,
                                                std::span<std::byte> into) {
  const auto found = open_.find(handle);
  if (found == open_.end()) return closed();
  fiber::Outcome outcome;
  weft_blob_read_blocking(found->second.blob, static_cast<double>(offset), into.data(), into.size(),
                          &outcome);
  return from_numbers<std::size_t>(outcome);
}

Loan BlobBackend::lend(Handle handle) {
  const auto found = open_.find(handle);
  if (found == open_.end()) return {.source = closed()};
  return {.source = weft_source_of_blob(found->second.blob)};
}

void BlobBackend::close(Handle handle) {
  const auto found = open_.find(handle);
  if (found == open_.end()) return;
  weft_blob_release(found->second.blob);
  open_.erase(found);
}

}  // namespace weft::vfs
