#pragma once

#include "support/fixture.hpp"
#include "text/oracle.hpp"
#include "text/texts.hpp"

namespace weft::test {

/// A test whose expected figures come from Python.
class PythonTest : public FiberTest {
 protected:
  void SetUp() override {
    if (!has_python()) GTEST_SKIP() << "there is no Python in a browser";
  }
};

}  // namespace weft::test
