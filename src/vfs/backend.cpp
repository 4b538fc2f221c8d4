#include "vfs/backend.hpp"

#include "fiber/scheduler.hpp"
#include "vfs/detail.hpp"

namespace weft::vfs {
namespace {

fiber::Outcome read_only() { return failure(std::errc::permission_denied, "it can only be read"); }

void refuse(fiber::Ticket ticket) { fiber::Scheduler::get().complete(ticket, read_only()); }

}  // namespace

Loan Backend::lend(Handle) {
  return {.outcome = failure(std::errc::not_supported, "no worker can reach its bytes")};
}

void Backend::start_create(std::string_view, fiber::Ticket ticket) { refuse(ticket); }
void Backend::start_write(Handle, std::span<const std::byte>, fiber::Ticket ticket) { refuse(ticket); }
void Backend::start_commit(Handle, fiber::Ticket ticket) { refuse(ticket); }
void Backend::start_discard(Handle, fiber::Ticket ticket) { refuse(ticket); }
fiber::Outcome Backend::write_blocking(std::string_view, std::span<const std::byte>) { return read_only(); }
void Backend::start_remove(std::string_view, fiber::Ticket ticket) { refuse(ticket); }

void Backend::abort(fiber::Ticket) {}

void Backend::start_refresh(fiber::Ticket ticket) { fiber::Scheduler::get().complete(ticket, {}); }

}  // namespace weft::vfs
