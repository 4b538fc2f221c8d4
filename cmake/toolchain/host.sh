# Programs that the machine itself must have. Where apt can install them without asking, it does.

# need_host_tools PROGRAM=PACKAGE…
need_host_tools() {
  local pair packages=()
  for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null || packages+=("${pair#*=}")
  done
  [ ${#packages[@]} -eq 0 ] || install_on_host "${packages[@]}"
}

# What the tests write in: Devanagari, Hangul with nearly every other script, and emoji in colours.
TEST_FONTS=(fonts-lohit-deva fonts-unifont fonts-noto-color-emoji)

# Browsers for the tests; without any font package they draw no text. Firefox has WebGL, and drags from the desktop,
# only on a display, so it gets a virtual one.
need_browsers() {
  need_host_tools chromium=chromium firefox-esr=firefox-esr Xvfb=xvfb
  compgen -G '/usr/lib/*/libEGL.so.1' >/dev/null || install_on_host libegl1
  compgen -G '/usr/share/fonts/truetype/*/*.ttf' >/dev/null || install_on_host fonts-dejavu-core
  need_fonts
}

# Without them the browsers draw boxes, in Weft as elsewhere, and the tests compare those.
need_fonts() {
  command -v dpkg-query >/dev/null || return 0
  dpkg-query -W "${TEST_FONTS[@]}" >/dev/null 2>&1 || (install_on_host "${TEST_FONTS[@]}") ||
    say "some scripts and emoji are tested as boxes"
}

install_on_host() {
  local as_root=()
  local command="apt-get install -y --no-install-recommends $*"
  command -v apt-get >/dev/null || die "install these and run again: $*"
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || die "missing programs; run: sudo $command"
    as_root=(sudo -n)
  fi
  say "installing $*"
  "${as_root[@]}" apt-get update -qq || say "apt-get update failed; trying with the lists at hand"
  # shellcheck disable=SC2086
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive $command >"$TOOLCHAIN/host-install.log" 2>&1 ||
    die "cannot install $*; see $TOOLCHAIN/host-install.log; or run: $command"
}

need_node() {
  local version
  need_host_tools node=nodejs npm=npm
  version=$(node -p process.versions.node)
  version_at_least "$version" 18.0.0 || die "Node $version is too old: install Node >= 18"
}
