# Third-party sources that CMake builds: each is unpacked into .toolchain/, nothing is committed.

# unpack_source NAME SUITE PACKAGE   Debian source package -> .toolchain/src/NAME, signature checked by apt.
unpack_source() {
  local name=$1 suite=$2 package=$3 target=$TOOLCHAIN/src/$1 work=$TOOLCHAIN/work/$1
  if [ -d "$target" ]; then return; fi
  need_host_tools dpkg-source=dpkg-dev xz=xz-utils
  apt_prepare "$suite" deb-src
  say "fetching the source of $package"
  rm -rf "$work" && mkdir -p "$work" "$TOOLCHAIN/src"
  (cd "$work" && private_apt "$suite" deb-src apt-get source --download-only "$package") ||
    die "cannot fetch the source of $package"
  dpkg-source --no-check -x "$work"/*.dsc "$work/tree" >/dev/null || die "cannot unpack the source of $package"
  # Emscripten's port system hashes every file and trips over dangling links.
  find "$work/tree" -xtype l -delete
  mv "$work/tree" "$target"
  rm -rf "$work"
}

bring_imgui() {
  if have_debian; then unpack_source imgui "$SOURCE_SUITE" imgui; fi
}

bring_zlib() {
  if have_debian; then unpack_source zlib "$SOURCE_SUITE" zlib; fi
}

bring_googletest() {
  if have_debian; then install_packages trixie googletest; fi
}

# The headers are all there is to it.
bring_fmt() {
  if have_debian; then install_packages trixie libfmt-dev; fi
}

# Elsewhere the source is that of Emscripten's port, which has to be built to be had.
bring_sdl2() {
  if have_debian; then
    unpack_source sdl2 trixie libsdl2
    return
  fi
  say "fetching SDL2"
  embuilder build sdl2 >"$TOOLCHAIN/sdl2.log" 2>&1 || die "cannot fetch SDL2; see $TOOLCHAIN/sdl2.log"
}
