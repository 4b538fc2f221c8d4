#!/usr/bin/env bash
# Runs clang-tidy on one file: cmake/tidy-file.sh CLANG_TIDY BUILD_DIRECTORY FLAG… FILE
# It takes seconds a file, so a file that passed is not looked at again until it, a header or the checks change.
set -euo pipefail
clang_tidy=$1 build=$2 file=${*: -1}
flags=("${@:3:$#-3}")

stamp=$build/tidy/${file//\//-}
key=$(find src -name '*.h*' -exec cat {} + | cat - "$file" .clang-tidy | cksum)
if [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$key" ]; then exit 0; fi

# stderr holds only the count of what was suppressed, unless the run itself broke.
if ! errors=$("$clang_tidy" -p "$build" --quiet "${flags[@]}" "$file" 2>&1 >"$build/tidy-$$.out"); then
  cat "$build/tidy-$$.out"
  grep 'error' <<<"$errors" || true
  rm "$build/tidy-$$.out"
  exit 1
fi
rm "$build/tidy-$$.out"
mkdir -p "$build/tidy"
printf '%s' "$key" >"$stamp"
