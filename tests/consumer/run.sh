#!/usr/bin/env bash
# Whether the libraries are of use to a stranger: tests/consumer/run.sh BUILD_DIRECTORY WORK_DIRECTORY
# Installs them, and builds and runs the programs beside this script with nothing but what was installed.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$1 work=$2
rm -rf "$work" && mkdir -p "$work" && work=$(cd "$work" && pwd)
cmake --install "$build" --prefix "$work/installed" >"$work/install.log"
# It works wherever it is put, without the sources and without what was built.
mv "$work/installed" "$work/weft"
package=$work/weft/lib/cmake/weft
if grep -rnF -e "${here%/tests/consumer}/" -e "$work/installed" "$package"; then
  echo 'the package names places of the machine that made it'
  exit 1
fi

build_program() {
  {
    emcmake cmake -S "$here/$1" -B "$work/$1" -G Ninja -DCMAKE_BUILD_TYPE=Debug -Dweft_DIR="$package"
    cmake --build "$work/$1"
  } >"$work/$1.log" 2>&1
}

# check PROGRAM OUTPUT ARGUMENT…
check() {
  local program=$1 wanted=$2 output
  shift 2
  output=$(node "$work/$program/$program.js" "$@" | LC_ALL=C sort)
  if [ "$output" != "$wanted" ]; then
    printf 'consumer: %s said\n%s\ninstead of\n%s\n' "$program" "$output" "$wanted"
    exit 1
  fi
  printf 'consumer: %s: ok\n' "$program"
}

build_program line_counter || { cat "$work/line_counter.log"; exit 1; }
printf 'warp\nweft\nselvedge' >"$work/three.txt"
: >"$work/none.txt"
check line_counter "$work/none.txt: 0
$work/three.txt: 3
Cannot open /disk$work/missing.txt: no such file (ENOENT)." "$work/three.txt" "$work/none.txt" "$work/missing.txt"

build_program own_backend || { cat "$work/own_backend.log"; exit 1; }
check own_backend '/made/zeros: 1000 lines
Cannot open /made/ones: no such file (ENOENT).'
