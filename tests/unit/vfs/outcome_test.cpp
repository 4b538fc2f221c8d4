#include "vfs/outcome.hpp"

#include <concepts>

#include <gtest/gtest.h>

#include "vfs/detail.hpp"

namespace weft::vfs {
namespace {

template <class T, class Outcome>
concept Completes = requires(Ticket<T> ticket, Outcome outcome) { complete(ticket, outcome); };

// What is a handle cannot be taken for a count, nor for nothing, however it is handed on.
static_assert(Completes<Handle, Handle> && Completes<std::size_t, std::size_t>);
static_assert(!Completes<Handle, std::size_t> && !Completes<std::size_t, Handle> && !Completes<void, Handle>);
static_assert(!Completes<Handle, Outcome<std::size_t>> &&
              !std::convertible_to<Outcome<Handle>, Outcome<void>>);
static_assert(!std::convertible_to<Ticket<Handle>, Ticket<std::size_t>>);

TEST(OutcomeTest, travels_as_numbers_and_comes_back_as_what_it_was) {
  EXPECT_EQ(from_numbers<Handle>(to_numbers<Handle>(Handle{4'000'000'000})), Handle{4'000'000'000});
  EXPECT_EQ(from_numbers<std::size_t>(to_numbers<std::size_t>(3'000'000'000)), 3'000'000'000U);
  EXPECT_TRUE(from_numbers<void>(to_numbers<void>({})));
}

TEST(OutcomeTest, that_is_a_failure_keeps_its_reason) {
  const Outcome<Handle> failed = failure(std::errc::io_error, "the cable is out");
  const Outcome<Handle> arrived = from_numbers<Handle>(to_numbers(failed));
  ASSERT_FALSE(arrived);
  EXPECT_EQ(arrived.error().code, std::errc::io_error);
  EXPECT_EQ(to_error(arrived.error(), Verb::open, "/a").detail, "the cable is out");
}

}  // namespace
}  // namespace weft::vfs
