#include "vfs/backend.hpp"

#include "vfs/detail.hpp"

namespace weft::vfs {
namespace {

std::unexpected<Failure> read_only() { return failure(std::errc::permission_denied, "it can only be read"); }

template <class T>
void refuse(Ticket<T> ticket) {
  complete(ticket, read_only());
}

}  // namespace

Loan Backend::lend(Handle) {
  return {.source = failure(std::errc::not_supported, "no worker can reach its bytes")};
}

void Backend::start_create(std::string_view, Ticket<Handle> ticket) { refuse(ticket); }
void Backend::start_write(Handle, std::span<const std::byte>, Ticket<void> ticket) { refuse(ticket); }
void Backend::start_commit(Handle, Ticket<void> ticket) { refuse(ticket); }
void Backend::start_discard(Handle, Ticket<void> ticket) { refuse(ticket); }
Outcome<void> Backend::write_blocking(std::string_view, std::span<const std::byte>) { return read_only(); }
void Backend::start_remove(std::string_view, Ticket<void> ticket) { refuse(ticket); }

void Backend::abort(fiber::Ticket) {}

void Backend::start_refresh(Ticket<void> ticket) { complete(ticket, {}); }

}  // namespace weft::vfs
