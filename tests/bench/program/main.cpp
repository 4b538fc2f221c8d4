// What the bench measures of the library without the page around it. JavaScript calls the exported functions
// one at a time; those that wait answer later. The program runs under Node and in a page.

#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>

#include "answer.hpp"
#include "fiber/browser_host.hpp"
#include "fiber/scheduler.hpp"

EM_JS(void, weft_bench_answer, (const double* figures, int count), {
  const begin = figures / 8;
  Module.onAnswer(Array.from(HEAPF64.subarray(begin, begin + count)));
});

namespace weft::bench {

void answer(std::initializer_list<double> figures) {
  weft_bench_answer(figures.begin(), static_cast<int>(figures.size()));
}

double now_ms() { return emscripten_get_now(); }

}  // namespace weft::bench

int main() {
  static weft::fiber::BrowserHost host;
  static weft::fiber::Scheduler scheduler(host);
}
