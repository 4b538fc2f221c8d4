#include "vfs/chunk_reader.hpp"

#include <algorithm>
#include <cassert>
#include <new>
#include <utility>

namespace weft::vfs {

ChunkReader::ChunkReader(File& file, std::size_t chunk_bytes) : file_(&file), chunk_bytes_(chunk_bytes) {
  assert(chunk_bytes > 0);
}

std::span<std::byte> ChunkReader::buffer(std::size_t which) {
  const std::size_t size = std::min<std::uint64_t>(chunk_bytes_, file_->size());
  if (!buffers_[which]) buffers_[which].reset(new (std::nothrow) std::byte[size]);
  return {buffers_[which].get(), buffers_[which] ? size : 0};
}

void ChunkReader::start_read() {
  const std::span<std::byte> into = buffer(next_buffer_);
  if (into.empty()) {
    failure_ =
        Error{.code = std::errc::not_enough_memory, .verb = Verb::read, .path = file_->path(), .detail = {}};
  } else {
    ahead_.emplace(file_->start_read_at(next_offset_, into));
  }
}

Result<std::span<const std::byte>> ChunkReader::next() {
  if (failure_) return std::unexpected(*failure_);
  chunk_offset_ = next_offset_;
  if (next_offset_ >= file_->size()) return {};
  if (!ahead_) start_read();
  if (!ahead_) return std::unexpected(*failure_);
  const Result<std::size_t> count = ahead_->wait();
  ahead_.reset();
  if (!count) {
    failure_ = count.error();
    return std::unexpected(count.error());
  }
  const std::span<const std::byte> chunk = buffer(next_buffer_).first(*count);
  next_offset_ += *count;
  const bool has_more = next_offset_ < file_->size();
  if (has_more && file_->wait_mode() == Wait::suspend) {
    next_buffer_ = 1 - next_buffer_;
    start_read();
  }
  return chunk;
}

}  // namespace weft::vfs
