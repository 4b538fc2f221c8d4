#!/usr/bin/env bash
# Rewrites all sources in the project's format.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
git ls-files --cached --others --exclude-standard 'src/*.[ch]pp' 'src/*.h' 'tests/*.[ch]pp' |
  xargs -r .toolchain/debian/usr/bin/clang-format-19 -i
node cmake/name-exercises.mjs
web/node_modules/.bin/prettier --write --log-level warn --no-error-on-unmatched-pattern \
  --config web/.prettierrc.json web shell tests cmake 'src/**/*.js'
