#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <utility>

#include "fiber/generator.hpp"
#include "fiber/scheduler.hpp"
#include "vfs/chunk_reader.hpp"
#include "vfs/error.hpp"
#include "vfs/file.hpp"

namespace weft::reading {

/// The chunks of a file, read on a fiber of their own.
class FiberChunks {
 public:
  using Chunk = vfs::Result<std::span<const std::byte>>;

  FiberChunks(std::string name, vfs::File& file, std::size_t chunk_bytes)
      : file_(file), generator_(std::move(name), [&file, chunk_bytes](Generator::Yield& yield) {
          vfs::ChunkReader chunks(file, chunk_bytes);
          while (yield(chunks.next())) {
          }
        }) {}

  Chunk next() {
    const Chunk* chunk = generator_.next();
    // The body goes on for as long as it may, so the generator has ended it.
    return chunk != nullptr ? *chunk : std::unexpected(cancelled());
  }

  const std::string& path() const { return file_.path(); }
  vfs::Result<void> give_way() const { return file_.give_way(); }

  vfs::Error cancelled() const {
    return {
        .code = std::errc::operation_canceled, .verb = vfs::Verb::read, .path = file_.path(), .detail = {}};
  }

  void close() { generator_.close(); }
  fiber::Progress progress() const { return generator_.progress(); }
  fiber::FiberId fiber() const { return generator_.fiber(); }

 private:
  using Generator = fiber::Generator<Chunk>;

  vfs::File& file_;
  Generator generator_;
};

/// What `Lines` and `CsvRows` have in common: items that a reader cuts out of a file, which is read on a
/// fiber of its own, and closed at the end if it is owned.
template <template <class> class Reader>
class FileSequence {
 public:
  using Item = Reader<FiberChunks>::Item;

  FileSequence(std::string_view what, vfs::File& borrowed, std::size_t chunk_bytes,
               text::DecodeOptions options)
      : chunks_(std::string(what) + " of " + borrowed.path(), borrowed, chunk_bytes),
        reader_(chunks_, options) {}

  FileSequence(std::string_view what, vfs::File&& owned, std::size_t chunk_bytes, text::DecodeOptions options)
      : owned_(std::move(owned)),
        chunks_(std::string(what) + " of " + owned_->path(), *owned_, chunk_bytes),
        reader_(chunks_, options) {}

  Item* next() {
    if (has_ended_) return nullptr;
    if (fiber::Scheduler::get().is_cancelled()) return end(chunks_.cancelled());
    while (true) {
      if (std::optional<Item> item = reader_.ready()) {
        item_ = *item;
        return &item_;
      }
      vfs::Result<bool> more = reader_.feed();
      if (!more) return end(std::move(more.error()));
      if (!*more) return end(std::nullopt);
    }
  }

  Item* end(std::optional<vfs::Error> reason) {
    if (std::exchange(has_ended_, true)) return nullptr;
    error_ = std::move(reason);
    chunks_.close();
    if (owned_) owned_->close();
    return nullptr;
  }

  const Item& last() const { return item_; }
  const std::optional<vfs::Error>& error() const { return error_; }
  const FiberChunks& chunks() const { return chunks_; }

 private:
  std::optional<vfs::File> owned_;
  FiberChunks chunks_;
  Reader<FiberChunks> reader_;
  Item item_ = {};
  std::optional<vfs::Error> error_;
  bool has_ended_ = false;
};

}  // namespace weft::reading
