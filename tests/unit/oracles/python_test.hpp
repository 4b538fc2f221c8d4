#pragma once

#include "oracles/oracle.hpp"
#include "oracles/texts.hpp"
#include "support/fixture.hpp"

namespace weft::test {

/// A test whose expected figures come from Python.
class PythonTest : public FiberTest {
 protected:
  void SetUp() override {
    if (!has_python()) GTEST_SKIP() << "there is no Python in a browser";
  }
};

}  // namespace weft::test
