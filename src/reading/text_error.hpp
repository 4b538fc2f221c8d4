#pragma once

#include <string>

#include "text/text_decoder.hpp"
#include "vfs/error.hpp"

namespace weft::reading {

/// What to say of a file whose text could not be decoded to its end: EFBIG where it is larger than `options`
/// allow, ENOMEM, else EIO.
vfs::Error to_error(text::TextTrouble trouble, const std::string& path, const text::DecodeOptions& options);

}  // namespace weft::reading
