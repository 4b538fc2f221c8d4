#pragma once

#include <string>

#include "text/text_decoder.hpp"
#include "vfs/error.hpp"

namespace weft::text {

/// What to say of a file whose text could not be decoded to its end: EFBIG where it is larger than `options`
/// allow, ENOMEM, else EIO.
vfs::Error to_error(TextTrouble trouble, const std::string& path, const DecodeOptions& options);

}  // namespace weft::text
