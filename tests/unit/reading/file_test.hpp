#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "oracles/python_test.hpp"
#include "reading/gated_backend.hpp"
#include "vfs/file.hpp"
#include "vfs/file_system.hpp"
#include "vfs/memory_backend.hpp"

namespace weft::test {

/// A test with files in memory, below /memory.
class FileTest : public PythonTest {
 protected:
  void SetUp() override {
    PythonTest::SetUp();
    ASSERT_TRUE(fs.mount("/memory", std::make_shared<vfs::MemoryBackend>()));
  }

  void TearDown() override {
    EXPECT_EQ(fs.open_paths(), std::vector<std::string>());
    PythonTest::TearDown();
  }

  vfs::File file_with(std::string_view text, vfs::Wait wait = vfs::Wait::suspend) {
    EXPECT_TRUE(fs.write_file("/memory/a", text));
    return vfs::File::open(fs, "/memory/a", {.wait = wait}).value();
  }

  /// A file whose reads the test brings in.
  vfs::File gated_file_with(std::string text) {
    gate = std::make_shared<GatedBackend>(std::move(text));
    EXPECT_TRUE(fs.mount("/gate", gate));
    return vfs::File::open(fs, "/gate/gated").value();
  }

  vfs::FileSystem fs;
  std::shared_ptr<GatedBackend> gate;
};

}  // namespace weft::test
