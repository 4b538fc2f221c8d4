#pragma once

#include <cstddef>
#include <cstdint>

#include "fiber/ticket.hpp"

/// What web/library/vfs_*.js does. Tickets, offsets and sizes are doubles; a `_blocking` call fills
/// `outcome`.
extern "C" {

// vfs_error.js

/// The number of a detail, the same for the same text.
double weft_detail_number(const char* text);
/// A copy to be freed by the caller.
char* weft_detail_text(double number);

// vfs_event_loop.js

/// Calls `weft_event_loop_run(queue)` on the next turn.
void weft_event_loop_post(void* queue);

// vfs_blob.js

void weft_blob_retain(std::uint32_t blob);
void weft_blob_release(std::uint32_t blob);
/// Looks again at the files of which a blob shows nothing, for the reads that block.
void weft_blob_look_anew(double ticket);
void weft_blob_read(double ticket, std::uint32_t blob, double offset, std::byte* into, std::size_t size);
void weft_blob_read_blocking(std::uint32_t blob, double offset, std::byte* into, std::size_t size,
                             weft::fiber::Outcome* outcome);

// vfs_sources.js: each makes a source, which is kept until it is released.

std::uint32_t weft_source_of_blob(std::uint32_t blob);
/// Of a copy of the bytes.
std::uint32_t weft_source_of_bytes(const std::byte* bytes, std::size_t size);
std::uint32_t weft_source_of_resource(std::uint32_t resource);
void weft_source_release(std::uint32_t source);

// vfs_opfs.js: `backend` is handed back in the calls of opfs_backend.cpp, while the ticket is pending.

/// Completes with the number of the directory.
void weft_opfs_mount(double ticket, const char* directory);
/// Tells the backend everything below the directory, in place of what it knew.
void weft_opfs_list(double ticket, std::uint32_t root, void* backend);
void weft_opfs_unmount(std::uint32_t root);
void weft_opfs_open(double ticket, std::uint32_t root, const char* path, void* backend);
/// Completes with the number of a writer.
void weft_opfs_create(double ticket, std::uint32_t root, const char* path);
void weft_opfs_write(double ticket, std::uint32_t writer, const std::byte* bytes, std::size_t size);
void weft_opfs_commit(double ticket, std::uint32_t writer, void* backend);
void weft_opfs_discard(double ticket, std::uint32_t writer);
void weft_opfs_remove(double ticket, std::uint32_t root, const char* path, void* backend);

// vfs_http.js

/// Completes with the number of a resource.
void weft_http_open(double ticket, const char* url);
void weft_http_open_blocking(const char* url, weft::fiber::Outcome* outcome);
double weft_http_size(std::uint32_t resource);
/// The size of what was opened under that URL last; -1 if it never was.
double weft_http_known_size(const char* url);
void weft_http_read(double ticket, std::uint32_t resource, double offset, std::byte* into, std::size_t size);
void weft_http_read_blocking(std::uint32_t resource, double offset, std::byte* into, std::size_t size,
                             weft::fiber::Outcome* outcome);
void weft_http_close(std::uint32_t resource);
/// Stops what the browser still does for an abandoned ticket, if it can be stopped.
void weft_http_abort(double ticket);
}
