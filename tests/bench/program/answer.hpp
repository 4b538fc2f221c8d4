#pragma once

#include <initializer_list>

namespace weft::bench {

/// Hands figures to the JavaScript that called, which waits for them: `Module.onAnswer([…])`.
void answer(std::initializer_list<double> figures);

/// Milliseconds since some fixed moment.
double now_ms();

}  // namespace weft::bench
