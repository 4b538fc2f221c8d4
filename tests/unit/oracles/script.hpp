#pragma once

#include <string>
#include <string_view>

namespace weft::test {

/// Runs a script that lies beside the tests with `input` as its standard input, and returns its standard
/// output: `.py` by the machine's Python, another one by the Node that runs the tests. Blocks; aborts when it
/// fails. Only under Node.
std::string run_script(std::string_view name, std::string_view input);

/// The path of what lies beside the tests.
std::string beside_the_tests(std::string_view relative);

}  // namespace weft::test
