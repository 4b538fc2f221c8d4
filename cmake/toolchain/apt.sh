# A private apt: its own lists, cache and sources file, so that packages of a newer Debian can be
# fetched, with apt's signature check, without touching the system and without being root.
# The mirror and the keyring are the ones the machine's own apt already uses.

# Prints "URI<TAB>keyring" of the first source that serves this machine's own Debian release.
apt_mirror() {
  local codename file
  codename=$(. /etc/os-release && [ "${ID:-}" = debian ] && printf '%s' "${VERSION_CODENAME:-}") || return 1
  # An empty line after each file, so that a stanza ends with its file.
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
    if [ -r "$file" ]; then cat "$file" && echo; fi
  done | awk -v suite="$codename" -f "$TOOLCHAIN_SCRIPTS/apt-mirror.awk" | sed -n 1p
}

# False where there is no Debian to ask: CMake then downloads the sources that it needs itself.
have_debian() {
  command -v apt-get >/dev/null && [ -n "$(apt_mirror)" ]
}

# private_apt SUITE TYPE PROGRAM ARGS…   e.g. private_apt trixie deb apt-get download clang-19
private_apt() {
  local suite=$1 type=$2 program=$3 state=$TOOLCHAIN/apt/$1-$2
  shift 3
  "$program" -qq \
    -o Dir::Etc::SourceList="$state/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null \
    -o Dir::State="$state/state" -o Dir::State::status="$state/status" -o Dir::Cache="$state/cache" \
    -o APT::Sandbox::User="$(id -un)" -o Debug::NoLocking=1 -o Acquire::Retries=3 -o Acquire::Languages=none \
    "$@"
}

# Fetches the package lists of SUITE once; TYPE is deb or deb-src.
apt_prepare() {
  local suite=$1 type=$2 state=$TOOLCHAIN/apt/$1-$2 mirror uri keyring
  if [ -e "$state/ready" ]; then return; fi
  have_debian || die "no Debian package mirror is configured here, so Debian $suite cannot be asked"
  mirror=$(apt_mirror)
  uri=${mirror%%$'\t'*} keyring=${mirror#*$'\t'}
  mkdir -p "$state/state/lists/partial" "$state/cache/archives/partial"
  : >"$state/status"
  printf '%s [signed-by=%s] %s %s main\n' "$type" "$keyring" "$uri" "$suite" >"$state/sources.list"
  say "reading the package lists of Debian $suite ($type)"
  private_apt "$suite" "$type" apt-get update -o APT::Update::Error-Mode=any ||
    die "cannot read the package lists of Debian $suite (offline?)"
  touch "$state/ready"
}
