#include "vfs/environment.hpp"

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>

#include <gtest/gtest.h>

#include "fiber/operation.hpp"
#include "vfs/waits.hpp"

// In environment.lib.js.
extern "C" {
void weft_test_set_up(double ticket, const char* folder);
void weft_test_tear_down(double ticket);
void weft_test_turn_microtasks(double ticket);
bool weft_test_is_browser();
bool weft_test_blocks_by_xhr();
std::uint32_t weft_test_blob(const std::byte* bytes, std::size_t size);
std::uint32_t weft_test_grown_blob(std::size_t size, std::size_t real_size);
int weft_test_blob_count();
int weft_test_source_count();
void weft_test_source_text(double ticket, weft::vfs::SourceId source);
void weft_test_disk_file(double ticket, const std::byte* bytes, std::size_t size);
void weft_test_change_file(double ticket, std::uint32_t blob, const std::byte* bytes, std::size_t size);
void weft_test_delete_file(double ticket, std::uint32_t blob);
void weft_test_huge_file(double ticket, double size, const std::byte* tail, std::size_t tail_size);
char* weft_test_server_url();
void weft_test_serve(double ticket, const char* name, const std::byte* bytes, std::size_t size);
void weft_test_asked_for(double ticket, const char* name);
void weft_test_hung_up(double ticket);
void weft_test_stored_names(double ticket, const char* folder);
void weft_test_store_file(double ticket, const char* path, const std::byte* bytes, std::size_t size);
void weft_test_store_empty_files(double ticket, const char* folder, int count);
void weft_test_remove_stored(double ticket, const char* folder);
void weft_test_vanish_when_looked_at(const char* path);
void weft_test_fail_when_looked_at(const char* path);
void weft_test_hold_lock(double ticket, const char* name);
void weft_test_let_go();
void weft_test_pretend(bool has_locks, int days_later);
}

namespace weft::test {
namespace {

template <class Function, class... Arguments>
double await(Function function, Arguments... arguments) {
  fiber::Operation operation;
  function(operation.ticket().to_number(), arguments...);
  const fiber::Outcome outcome = operation.wait(vfs::for_read);
  EXPECT_EQ(outcome.error, 0) << "the tests' environment failed";
  return outcome.value;
}

std::string take(char* text) { return std::unique_ptr<char, decltype(&std::free)>(text, std::free).get(); }

class Environment final : public testing::Environment {
 public:
  void SetUp() override {
    const std::string folder = std::filesystem::path(__FILE__).parent_path().string();
    await(weft_test_set_up, folder.c_str());
  }
  void TearDown() override { await(weft_test_tear_down); }
};

[[maybe_unused]] testing::Environment* const environment = testing::AddGlobalTestEnvironment(new Environment);

}  // namespace

Bytes to_bytes(std::string_view text) {
  const auto bytes = std::as_bytes(std::span(text));
  return {bytes.begin(), bytes.end()};
}

std::string to_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Bytes noise(std::size_t size, std::uint32_t seed) {
  std::minstd_rand random(seed);
  Bytes bytes(size);
  for (std::byte& byte : bytes) byte = static_cast<std::byte>(random() >> 8U);
  return bytes;
}

void turn_microtasks() { await(weft_test_turn_microtasks); }

bool is_in_browser() { return weft_test_is_browser(); }
bool blocks_by_xhr() { return weft_test_blocks_by_xhr(); }

vfs::BlobId make_blob(std::span<const std::byte> bytes) { return weft_test_blob(bytes.data(), bytes.size()); }
vfs::BlobId make_grown_blob(std::size_t size, std::size_t real_size) {
  return weft_test_grown_blob(size, real_size);
}
int blob_count() { return weft_test_blob_count(); }
int source_count() { return weft_test_source_count(); }

std::string source_text(vfs::SourceId source) {
  return take(reinterpret_cast<char*>(static_cast<std::uintptr_t>(await(weft_test_source_text, source))));
}

vfs::BlobId make_disk_file(std::span<const std::byte> bytes) {
  return static_cast<vfs::BlobId>(await(weft_test_disk_file, bytes.data(), bytes.size()));
}

void change_disk_file(vfs::BlobId file, std::span<const std::byte> bytes) {
  await(weft_test_change_file, file, bytes.data(), bytes.size());
}

void delete_disk_file(vfs::BlobId file) { await(weft_test_delete_file, file); }

vfs::BlobId make_huge_file(std::uint64_t size, std::span<const std::byte> tail) {
  return static_cast<vfs::BlobId>(
      await(weft_test_huge_file, static_cast<double>(size), tail.data(), tail.size()));
}

std::string server_url() { return take(weft_test_server_url()); }

void serve(std::string_view name, std::span<const std::byte> bytes) {
  await(weft_test_serve, std::string(name).c_str(), bytes.data(), bytes.size());
}

int asked_for(std::string_view name) {
  return static_cast<int>(await(weft_test_asked_for, std::string(name).c_str()));
}

int hung_up() { return static_cast<int>(await(weft_test_hung_up)); }

std::string stored_names(std::string_view folder) {
  const double address = await(weft_test_stored_names, std::string(folder).c_str());
  return take(reinterpret_cast<char*>(static_cast<std::uintptr_t>(address)));
}

void store_file(std::string_view path, std::span<const std::byte> bytes) {
  await(weft_test_store_file, std::string(path).c_str(), bytes.data(), bytes.size());
}

void store_empty_files(std::string_view folder, int count) {
  await(weft_test_store_empty_files, std::string(folder).c_str(), count);
}

void vanish_when_looked_at(std::string_view path) {
  weft_test_vanish_when_looked_at(std::string(path).c_str());
}

void fail_when_looked_at(std::string_view path) { weft_test_fail_when_looked_at(std::string(path).c_str()); }

void hold_lock(std::string_view name) { await(weft_test_hold_lock, std::string(name).c_str()); }

void let_go() { weft_test_let_go(); }

void pretend(bool has_locks, int days_later) { weft_test_pretend(has_locks, days_later); }

void remove_stored(std::string_view folder) { await(weft_test_remove_stored, std::string(folder).c_str()); }

}  // namespace weft::test
