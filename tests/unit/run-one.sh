#!/usr/bin/env bash
# Builds one program of the unit tests, and runs it: tests/unit/run-one.sh BUILD_DIRECTORY NAME [FILTER]
# FILTER is GoogleTest's, such as 'Drop*'; for unit_web, Node's: a regular expression for the names of tests.
set -euo pipefail
build=$1 name=$2 filter=${3:-}

mapfile -t names < <(ctest --test-dir "$build" -N | sed -n 's/^ *Test *#[0-9]*: //p')
if [[ " ${names[*]} " != *" $name "* ]]; then
  printf 'no unit tests are called "%s"; there are\n' "$name" >&2
  printf '  %s\n' "${names[@]}" >&2
  exit 1
fi

if [ "$name" = unit_web ]; then
  exec node --test --test-name-pattern="${filter:-.}" tests/unit/web/*.test.mjs
fi
cmake --build "$build" --target "$name"
cd "$build"
exec node "$name.js" --gtest_filter="${filter:-*}"
