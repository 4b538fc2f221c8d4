#include "vfs/detail.hpp"

#include <cstdlib>
#include <memory>
#include <utility>

#include "vfs/browser.hpp"

namespace weft::vfs {

fiber::Outcome failure(std::errc code, const char* detail) {
  return {.error = static_cast<int>(code), .value = weft_detail_number(detail)};
}

Error to_error(const fiber::Outcome& outcome, Verb verb, std::string path) {
  const std::unique_ptr<char, decltype(&std::free)> detail(weft_detail_text(outcome.value), std::free);
  return {.code = static_cast<std::errc>(outcome.error),
          .verb = verb,
          .path = std::move(path),
          .detail = detail.get()};
}

}  // namespace weft::vfs
