#pragma once

#include <cstddef>
#include <cstdint>

#include "vfs/outcome.hpp"
#include "vfs/source.hpp"

/// What several backends have JavaScript do; what only one does is declared in its own file. Tickets, offsets
/// and sizes are doubles; a `_blocking` call fills `outcome`.
extern "C" {

// web/vfs/errors.lib.js

/// The number of a detail, the same for the same text.
double weft_detail_number(const char* text);
/// A copy to be freed by the caller.
char* weft_detail_text(double number);

// web/vfs/event-loop.lib.js

/// Calls `weft_event_loop_run(queue)` on the next turn.
void weft_event_loop_post(void* queue);

// web/vfs/blobs.lib.js

void weft_blob_retain(std::uint32_t blob);
void weft_blob_release(std::uint32_t blob);
/// Looks again at the files of which a blob shows nothing, for the reads that block.
void weft_blob_look_anew(double ticket);
void weft_blob_read(double ticket, std::uint32_t blob, double offset, std::byte* into, std::size_t size);
void weft_blob_read_blocking(std::uint32_t blob, double offset, std::byte* into, std::size_t size,
                             weft::fiber::Outcome* outcome);

// web/vfs/sources.lib.js: each makes a source, which is kept until it is released.

weft::vfs::SourceId weft_source_of_blob(std::uint32_t blob);
/// Of a copy of the bytes.
weft::vfs::SourceId weft_source_of_bytes(const std::byte* bytes, std::size_t size);
void weft_source_release(weft::vfs::SourceId source);
}
