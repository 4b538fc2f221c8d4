# Finds an Emscripten that is new enough, or brings one from Debian packages into .toolchain/.

RUNTIME_PACKAGES=(libc6 libstdc++6 libgcc-s1 libllvm19 libclang-cpp19 libz3-4 libedit2 libxml2 liblzma5 libzstd1
  zlib1g libtinfo6 libffi8 libbsd0 libmd0)
EMSCRIPTEN_PACKAGES=(emscripten binaryen clang-19 lld-19 llvm-19 libclang-common-19-dev node-acorn)

# A shell that has sourced .toolchain/env.sh must not mistake the private emcc for the machine's own.
forget_own_environment() {
  PATH=${PATH//"$PREFIX/usr/share/emscripten:"/}
  if [ "${EM_CONFIG:-}" = "$TOOLCHAIN/emscripten.config" ]; then unset EM_CONFIG; fi
}

# Prints the version of the emcc on PATH.
system_emcc_version() {
  command -v emcc >/dev/null || return 1
  emcc --version 2>/dev/null | sed -n '1s/^emcc.* \([0-9]\+\.[0-9]\+\.[0-9]\+\).*/\1/p'
}

# Programs that the build runs on this machine.
need_build_tools() {
  need_node
  need_host_tools cmake=cmake ninja=ninja-build python3=python3 make=make
}

bring_emscripten() {
  local version
  rm -f "$TOOLCHAIN/emscripten.config"
  if version=$(system_emcc_version) && version_at_least "$version" "$MIN_EMSCRIPTEN"; then
    say "using Emscripten $version from PATH"
    return
  fi
  [ -z "${version:-}" ] || say "Emscripten $version on PATH is older than $MIN_EMSCRIPTEN"
  have_debian || die "no emcc >= $MIN_EMSCRIPTEN on PATH: install Emscripten (emsdk, Homebrew, a distribution) and run again"
  need_host_tools patchelf=patchelf dpkg-architecture=dpkg-dev
  forget_moved_programs
  install_packages trixie "${RUNTIME_PACKAGES[@]}" "${EMSCRIPTEN_PACKAGES[@]}"
  # Emscripten looks for acorn in a node_modules folder; Debian keeps it under nodejs.
  ln -sfn nodejs "$PREFIX/usr/share/node_modules"
  write_emscripten_config
  "$PREFIX/usr/share/emscripten/emcc" --version >/dev/null || die "the unpacked emcc does not start"
}

# The unpacked programs hold the absolute path of their C library, which a moved directory breaks.
forget_moved_programs() {
  local place=$TOOLCHAIN/place
  if [ -e "$place" ] && [ "$(cat "$place")" != "$ROOT" ]; then rm -rf "$PREFIX" "$TOOLCHAIN/unpacked"; fi
  printf '%s\n' "$ROOT" >"$place"
}

write_emscripten_config() {
  cat >"$TOOLCHAIN/emscripten.config" <<END
LLVM_ROOT = '$PREFIX/usr/lib/llvm-19/bin'
BINARYEN_ROOT = '$PREFIX/usr'
NODE_JS = '$(command -v node)'
CACHE = '$PREFIX/usr/share/emscripten/cache'
FROZEN_CACHE = False
END
}
