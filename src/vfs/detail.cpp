#include "vfs/detail.hpp"

#include <cstdlib>
#include <memory>
#include <utility>

#include "vfs/browser.hpp"

namespace weft::vfs {

std::unexpected<Failure> failure(std::errc code, const char* detail) {
  return std::unexpected(Failure{.code = code, .detail = weft_detail_number(detail)});
}

Error to_error(const Failure& failure, Verb verb, std::string path) {
  const std::unique_ptr<char, decltype(&std::free)> detail(weft_detail_text(failure.detail), std::free);
  return {.code = failure.code, .verb = verb, .path = std::move(path), .detail = detail.get()};
}

}  // namespace weft::vfs
