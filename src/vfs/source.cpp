#include "vfs/source.hpp"

#include "vfs/browser.hpp"

namespace weft::vfs {

Source::~Source() {
  if (number_ != 0) weft_source_release(number_);
}

}  // namespace weft::vfs
