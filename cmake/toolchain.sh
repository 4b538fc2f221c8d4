#!/usr/bin/env bash
# Makes a C++-to-WebAssembly toolchain available and writes .toolchain/env.sh, which puts it on PATH:
#   cmake/toolchain.sh && . .toolchain/env.sh && em++ --version
# An emcc on PATH is used when it is new enough; otherwise one is unpacked from Debian packages into
# .toolchain/, touching nothing outside it.
#   cmake/toolchain.sh lint      also clang-format and clang-tidy
#   cmake/toolchain.sh browsers  also the browsers of the tests
set -euo pipefail

MIN_EMSCRIPTEN=3.1.69
# Of sources: Dear ImGui 1.92 or newer is in no stable Debian yet.
SOURCE_SUITE=forky
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
TOOLCHAIN=$ROOT/.toolchain
PREFIX=$TOOLCHAIN/debian
TOOLCHAIN_SCRIPTS=$ROOT/cmake/toolchain

for part in log apt packages host emscripten sources lint environment; do
  # shellcheck source=/dev/null
  . "$TOOLCHAIN_SCRIPTS/$part.sh"
done

# What a stamp answers for: these scripts, at this place (the programs hold absolute paths), with this emcc.
stamp_text() {
  printf '%s %s\n' "$ROOT" "$(command -v emcc || true)"
  cat "$ROOT/cmake/toolchain.sh" "$TOOLCHAIN_SCRIPTS"/* | cksum
}

# once NAME FUNCTION…   Runs the functions unless they finished before.
once() {
  local stamp=$TOOLCHAIN/$1.done step
  shift
  if [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$STAMP" ]; then return; fi
  # One bootstrap at a time; the second finds the first one's stamp.
  if command -v flock >/dev/null; then exec 9>"$TOOLCHAIN/lock" && flock 9; fi
  if [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$STAMP" ]; then return; fi
  for step in "$@"; do "$step"; done
  printf '%s\n' "$STAMP" >"$stamp"
}

mkdir -p "$TOOLCHAIN"
forget_own_environment
STAMP=$(stamp_text)
once build need_build_tools bring_emscripten write_environment bring_sdl2 bring_imgui bring_zlib bring_fmt bring_googletest
case ${1:-} in
  lint) once lint bring_lint_tools ;;
  browsers) once browsers need_browsers ;;
  '') ;;
  *) die "unknown argument: $1" ;;
esac
