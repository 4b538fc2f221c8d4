#include "vfs/source.hpp"

#include "vfs/browser.hpp"

namespace weft::vfs {

Source::~Source() {
  if (id_ != SourceId::none) weft_source_release(id_);
}

}  // namespace weft::vfs
