#include "vfs/error.hpp"

#include <cerrno>

#include <gtest/gtest.h>

#include "vfs/detail.hpp"

namespace weft::vfs {
namespace {

TEST(ErrorTest, names_the_operation_the_path_the_reason_and_the_code) {
  const Error error{
      .code = std::errc::too_many_files_open, .verb = Verb::open, .path = "/drop/a", .detail = {}};
  EXPECT_EQ(to_message(error), "Cannot open /drop/a: too many files are open (EMFILE).");
}

TEST(ErrorTest, prefers_what_the_backend_said) {
  const Error error{
      .code = std::errc::io_error, .verb = Verb::read, .path = "/a", .detail = "the cable is out"};
  EXPECT_EQ(to_message(error), "Cannot read /a: the cable is out (EIO).");
}

TEST(ErrorTest, has_posix_names_for_what_backends_fail_with) {
  EXPECT_EQ(name_of(std::errc::no_such_file_or_directory), "ENOENT");
  EXPECT_EQ(name_of(std::errc::no_space_on_device), "ENOSPC");
  EXPECT_EQ(name_of(std::errc::operation_canceled), "ECANCELED");
  EXPECT_EQ(name_of(static_cast<std::errc>(ENOTSUP)), "ENOTSUP");
  EXPECT_EQ(name_of(std::errc::address_in_use), "EIO");
}

TEST(DetailTest, travels_in_an_outcome_and_comes_back_as_words) {
  const Failure first = failure(std::errc::io_error, "naïve 🧵").error();
  const Failure second = failure(std::errc::io_error, "other").error();
  EXPECT_NE(first.detail, second.detail);
  EXPECT_EQ(first.detail, failure(std::errc::not_supported, "naïve 🧵").error().detail);
  const Error error = to_error(first, Verb::stat, "/a");
  EXPECT_EQ(error.detail, "naïve 🧵");
  EXPECT_EQ(error.code, std::errc::io_error);
  EXPECT_EQ(to_error(failure(std::errc::io_error).error(), Verb::stat, "/a").detail, "");
}

}  // namespace
}  // namespace weft::vfs
