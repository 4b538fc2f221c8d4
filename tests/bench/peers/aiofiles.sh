#!/usr/bin/env bash
# Unpacks Python's aiofiles from Debian's package into .toolchain/, the way the compiler comes there, and prints the
# directory that goes on PYTHONPATH.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
TOOLCHAIN=$ROOT/.toolchain
PREFIX=$TOOLCHAIN/debian
TOOLCHAIN_SCRIPTS=$ROOT/cmake/toolchain

for part in log apt packages host; do
  # shellcheck source=/dev/null
  . "$TOOLCHAIN_SCRIPTS/$part.sh"
done

need_host_tools patchelf=patchelf dpkg-architecture=dpkg-dev
install_packages trixie python3-aiofiles
printf '%s\n' "$PREFIX/usr/lib/python3/dist-packages"
