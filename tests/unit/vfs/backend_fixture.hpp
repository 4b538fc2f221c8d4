#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "support/fixture.hpp"
#include "vfs/environment.hpp"
#include "vfs/file_system.hpp"
#include "vfs/place.hpp"

namespace weft::test {

/// A test that is run against every backend, mounted at /place. Afterwards nothing may be open, in flight or
/// kept.
class BackendTest : public FiberTest, public testing::WithParamInterface<Case> {
 protected:
  void SetUp() override {
    const std::string reason = GetParam().candidate.reason_to_skip(wait());
    if (!reason.empty()) GTEST_SKIP() << reason;
    blobs_before_ = blob_count();
    place_ = GetParam().candidate.make();
    ASSERT_TRUE(fs->mount("/place", place_->backend));
  }

  void TearDown() override {
    EXPECT_EQ(fs->open_paths(), std::vector<std::string>());
    fs.reset();
    if (place_) {
      place_.reset();
      EXPECT_EQ(blob_count(), blobs_before_) << "a blob is still kept";
    }
    FiberTest::TearDown();
  }

  vfs::Wait wait() const { return GetParam().wait; }
  bool blocks() const { return wait() == vfs::Wait::block; }

  /// Puts a file there; returns its absolute path.
  std::string put(std::string_view path, std::span<const std::byte> bytes) {
    return "/place/" + place_->put(path, bytes);
  }
  std::string put(std::string_view path, std::string_view text) { return put(path, to_bytes(text)); }

  vfs::Result<vfs::File> open(std::string_view path) { return vfs::File::open(*fs, path, {.wait = wait()}); }

  std::unique_ptr<vfs::FileSystem> fs = std::make_unique<vfs::FileSystem>();

 private:
  std::optional<Place> place_;
  int blobs_before_ = 0;
};

/// Everything in a file; the error's words if it cannot be read.
inline std::string contents(vfs::File& file) {
  Bytes bytes(file.size() + 1);
  const auto count = file.read_at(0, bytes);
  return count ? to_text(std::span(bytes).first(*count)) : to_message(count.error());
}

inline std::string contents(vfs::FileSystem& fs, std::string_view path, vfs::Wait wait = vfs::Wait::suspend) {
  auto file = vfs::File::open(fs, path, {.wait = wait});
  return file ? contents(*file) : to_message(file.error());
}

}  // namespace weft::test
