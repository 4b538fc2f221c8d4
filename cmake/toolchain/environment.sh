# Writes .toolchain/env.sh: everything that a shell or the Makefile needs to build.

write_environment() {
  {
    printf '# Written by cmake/toolchain.sh. Use: . .toolchain/env.sh\n'
    if [ -e "$TOOLCHAIN/emscripten.config" ]; then
      printf 'export EM_CONFIG=%q\n' "$TOOLCHAIN/emscripten.config"
      printf 'export PATH=%q:$PATH\n' "$PREFIX/usr/share/emscripten"
      # A wrapper such as pyenv's costs more than the compiler's own start.
      printf 'export EMSDK_PYTHON=%q\n' "$(python3 -c 'import sys; print(sys.executable)')"
    fi
  } >"$TOOLCHAIN/env.sh"
  # shellcheck source=/dev/null
  . "$TOOLCHAIN/env.sh"
}
