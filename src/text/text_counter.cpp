#include "text/text_counter.hpp"

namespace weft::text {

FileCounts TextCounter::counts() const {
  Counter counter = counter_;
  // Before its encoding is known, nothing has been counted.
  if (!decoder_.is_recognised()) counter.add(decoder_.head());
  const Encoding known = decoder_.recognised().encoding;
  const bool is_utf16 = known != Encoding::utf8;
  FileCounts counts{counter.finish(),
                    {.encoding = is_utf16 || counter.is_utf8() ? known : Encoding::other,
                     .is_gzip = decoder_.is_gzip(),
                     .packed_bytes = decoder_.is_gzip() ? decoder_.fed_bytes() : 0}};
  if (is_utf16) counts.bytes = decoder_.encoded_bytes();
  return counts;
}

}  // namespace weft::text
