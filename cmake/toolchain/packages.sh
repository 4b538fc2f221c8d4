# Unpacks Debian packages into .toolchain/debian, a private tree with its own C library, so that programs
# of a newer Debian run on an older one.

# install_packages SUITE PACKAGE…   Skips what is unpacked already; a package counts only once it is whole.
install_packages() {
  local suite=$1 package missing=() downloads=$TOOLCHAIN/downloads
  shift
  mkdir -p "$PREFIX" "$TOOLCHAIN/unpacked" "$downloads"
  for package in "$@"; do
    [ -e "$TOOLCHAIN/unpacked/$package" ] || missing+=("$package")
  done
  if [ ${#missing[@]} -eq 0 ]; then return; fi
  apt_prepare "$suite" deb
  say "downloading ${#missing[@]} packages"
  (cd "$downloads" && private_apt "$suite" deb apt-get download "${missing[@]}") ||
    die "cannot download the packages ${missing[*]}"
  say "unpacking"
  for package in "${missing[@]}"; do
    dpkg -x "$downloads/$package"_*.deb "$PREFIX" || die "cannot unpack $package"
    relocate_package "$downloads/$package"_*.deb
    rm "$downloads/$package"_*.deb
    touch "$TOOLCHAIN/unpacked/$package"
  done
}

is_elf() { [ "$(head -c 4 "$1" | tr -d '\0')" = $'\x7fELF' ]; }

# Makes the programs of one package load the private C library and libraries instead of the system's.
relocate_package() {
  local multiarch file
  multiarch=$(dpkg-architecture -qDEB_HOST_MULTIARCH)
  local libraries=$PREFIX/usr/lib/$multiarch:$PREFIX/usr/lib/llvm-19/lib
  dpkg-deb --fsys-tarfile "$1" | tar -t | while read -r file; do
    file=$PREFIX/${file#./}
    if [ ! -f "$file" ] || [ -L "$file" ]; then continue; fi
    case $file in
      */bin/*)
        is_elf "$file" || continue
        patchelf --set-interpreter "$(private_loader)" --force-rpath --set-rpath "$libraries" "$file"
        ;;
      # Their own RUNPATH would hide the RPATH of the program that loads them.
      */libLLVM*.so* | */libclang-cpp*.so* | */libbinaryen*.so*) patchelf --remove-rpath "$file" ;;
    esac
  done
}

private_loader() {
  case $(dpkg --print-architecture) in
    amd64) printf '%s' "$PREFIX/usr/lib64/ld-linux-x86-64.so.2" ;;
    arm64) printf '%s' "$PREFIX/usr/lib/ld-linux-aarch64.so.1" ;;
    *) die "no private toolchain for $(uname -m): install Emscripten >= $MIN_EMSCRIPTEN and put emcc on PATH" ;;
  esac
}
