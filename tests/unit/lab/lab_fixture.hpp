#pragma once

#include <memory>
#include <optional>
#include <string>

#include "lab/gated_backend.hpp"
#include "lab/lab.hpp"
#include "lab/manual_pool.hpp"
#include "lab/settings.hpp"
#include "support/fixture.hpp"
#include "vfs/file_system.hpp"

namespace weft::test {

/// A lab over files in memory, mounted at /data, with frames that come as often as the event loop goes round.
class LabTest : public FiberTest {
 protected:
  LabTest() {
    (void)files.mount("/data", backend);
    (void)files.mount("/exercise", std::make_shared<vfs::MemoryBackend>());
    lab.emplace(environment());
  }

  void TearDown() override {
    backend->on_operation = {};
    backend->release_all();
    lab.reset();
    turn_event_loop_until([&] { return scheduler.fibers().live() == 1; });
    EXPECT_EQ(files.open_paths(), std::vector<std::string>{}) << "a file is still open";
    FiberTest::TearDown();
  }

  lab::Environment environment() {
    return {.files = &files,
            .workers = &workers,
            .set_latency = [this](double ms) { latency_ms = ms; },
            .on_removed = [this](const std::string& path) { removed += path + ' '; },
            .on_remember = [this] { ++remembered; },
            .offer_download =
                [this](const std::string& name, std::string_view type, std::string_view bytes) {
                  offered = name + ' ' + std::string(type) + '\n' + std::string(bytes);
                }};
  }

  /// A file in memory, and in the list.
  lab::FileNumber add(const std::string& name, const std::string& text) {
    backend->put(name, text);
    return lab->files().add("/data/" + name, static_cast<double>(text.size()));
  }

  /// One turn of the event loop, and a frame.
  void frame() {
    turn_event_loop();
    lab->on_frame(scheduler.now_ms());
  }

  template <class Condition>
  void frames_until(Condition condition) {
    while (!condition()) frame();
  }

  void finish() {
    frames_until([&] { return !lab->activities().is_busy(); });
  }

  const lab::RunReport& run(const lab::Settings& settings) {
    EXPECT_TRUE(lab->runs().start(settings, {}));
    finish();
    return lab->runs().run().report();
  }

  std::string log() {
    std::string text = lab->log().text();
    return text;
  }

  std::shared_ptr<GatedBackend> backend = std::make_shared<GatedBackend>();
  vfs::FileSystem files;
  ManualPool workers;
  std::optional<lab::Lab> lab;
  double latency_ms = -1;
  std::string removed;
  int remembered = 0;
  /// Name, type and bytes of the last download.
  std::string offered;
};

}  // namespace weft::test
