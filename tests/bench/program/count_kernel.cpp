// Counting bytes that are in memory already, and what memcpy takes for as many.

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <span>

#include <emscripten/emscripten.h>

#include "answer.hpp"
#include "text/counter.hpp"

extern "C" {

EMSCRIPTEN_KEEPALIVE void* weft_bench_allocate(std::size_t size) { return std::malloc(size); }

EMSCRIPTEN_KEEPALIVE void weft_bench_count(const std::byte* text, std::size_t size) {
  const double begun_ms = weft::bench::now_ms();
  weft::text::Counter counter;
  counter.add(std::span(text, size));
  const weft::text::Counts counts = counter.finish();
  const double elapsed_ms = weft::bench::now_ms() - begun_ms;
  weft::bench::answer({elapsed_ms, static_cast<double>(counts.lines), static_cast<double>(counts.words),
                       static_cast<double>(counts.chars), static_cast<double>(counts.longest_line),
                       counter.is_utf8() ? 1.0 : 0.0});
}

EMSCRIPTEN_KEEPALIVE void weft_bench_copy(std::byte* to, const std::byte* from, std::size_t size) {
  const double begun_ms = weft::bench::now_ms();
  std::memcpy(to, from, size);
  weft::bench::answer({weft::bench::now_ms() - begun_ms, static_cast<double>(to[size - 1])});
}
}
