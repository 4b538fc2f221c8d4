#!/usr/bin/env bash
# All static checks: cmake/lint.sh BUILD_DIRECTORY. Runs every check, then fails if one failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
. .toolchain/env.sh
build=$1
llvm=$PWD/.toolchain/debian/usr/bin
failed=()

check() {
  local name=$1 start=$SECONDS
  shift
  if "$@"; then
    printf 'lint: %s: ok (%d s)\n' "$name" $((SECONDS - start))
  else
    printf 'lint: %s: FAILED (%d s)\n' "$name" $((SECONDS - start))
    failed+=("$name")
  fi
}

cpp_files() { git ls-files --cached --others --exclude-standard 'src/*.[ch]pp' 'src/*.h' 'tests/*.[ch]pp'; }

tidy() {
  emcmake cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug >"$build/cmake.log" 2>&1 ||
    { cat "$build/cmake.log"; return 1; }
  cpp_files | grep '^src/.*\.cpp$' | xargs -r node cmake/tidy.mjs "$llvm/clang-tidy-19" "$build"
}

shell_scripts() {
  command -v shellcheck >/dev/null || { echo 'lint: no shellcheck here, skipped'; return 0; }
  shellcheck cmake/*.sh cmake/toolchain/*.sh tests/*/*.sh .ci/run
}

format() { cpp_files | xargs -r "$llvm/clang-format-19" --dry-run -Werror; }
prettier() { web/node_modules/.bin/prettier --check --log-level warn --no-error-on-unmatched-pattern --config web/.prettierrc.json \
  web shell tests cmake 'src/**/*.js'; }
eslint() { web/node_modules/.bin/eslint --config web/eslint.config.mjs --no-error-on-unmatched-pattern web tests cmake 'src/**/*.js'; }

mkdir -p "$build"
check clang-format format
check rules cmake/check-rules.sh
check readme node cmake/check-readme.mjs
check exercises node cmake/name-exercises.mjs --check
check snippets node cmake/make-snippets.mjs src/lab/exercises "$build/code.txt"
check shellcheck shell_scripts
check prettier prettier
check eslint eslint
check types web/node_modules/.bin/tsc --project web/tsconfig.json
check clang-tidy tidy
[ ${#failed[@]} -eq 0 ] || { printf 'lint: failed: %s\n' "${failed[*]}"; exit 1; }
