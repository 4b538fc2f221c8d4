#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fiber/ticket.hpp"
#include "vfs/blob_backend.hpp"

namespace weft::test {

using Bytes = std::vector<std::byte>;

Bytes to_bytes(std::string_view text);
std::string to_text(std::span<const std::byte> bytes);

/// `size` bytes that do not repeat soon, the same for the same `seed`.
Bytes noise(std::size_t size, std::uint32_t seed = 1);

/// True in a page, false under Node.
bool is_in_browser();
/// True where reads that block go by synchronous XHR.
bool blocks_by_xhr();

/// A blob in memory.
vfs::BlobId make_blob(std::span<const std::byte> bytes);
/// A file that says it has `size` bytes, but when it is read whole it has `real_size`: Firefox and a file
/// that has grown.
vfs::BlobId make_grown_blob(std::size_t size, std::size_t real_size);
/// How many blobs the module keeps.
int blob_count();
/// How many sources are lent to workers.
int source_count();

// These suspend.

/// Lets promises that are settled already go on, and nothing else: what was started is on its way, but cannot
/// have come.
void turn_microtasks();

/// All of a source, as a worker would read it.
std::string source_text(vfs::SourceId source);

/// A file on disk, or what a browser page has in its place: a file in its own storage.
vfs::BlobId make_disk_file(std::span<const std::byte> bytes);
void change_disk_file(vfs::BlobId file, std::span<const std::byte> bytes);
void delete_disk_file(vfs::BlobId file);
/// Zeros, but for its last bytes.
vfs::BlobId make_huge_file(std::uint64_t size, std::span<const std::byte> tail);

/// Where the test server is: "http://127.0.0.1:1234".
std::string server_url();
/// Puts a file on the test server, under each of its places (environment/server.mjs).
void serve(std::string_view name, std::span<const std::byte> bytes);
/// How often the test server was asked for that file.
int asked_for(std::string_view name);
/// How often a client has hung up on the test server before it had an answer.
int hung_up();

/// What is in a folder of the browser's storage, one name a line, sorted.
std::string stored_names(std::string_view folder);
/// Writes to the browser's storage without the file system's knowledge.
void store_file(std::string_view path, std::span<const std::byte> bytes);
/// The next that looks at this file, having seen its name, finds that another tab has removed it.
void vanish_when_looked_at(std::string_view path);
/// The next that looks at it cannot.
void fail_when_looked_at(std::string_view path);
/// Holds a lock, as another tab does, until `let_go`. Suspends.
void hold_lock(std::string_view name);
void let_go();
/// A browser with or without locks, some days later than it is.
void pretend(bool has_locks, int days_later);
/// `count` files "1000", "1001" …
void store_empty_files(std::string_view folder, int count);
/// Removes a folder with everything in it, if it is there.
void remove_stored(std::string_view folder);

}  // namespace weft::test
