# Messages of the bootstrap: one line each, on stderr, so that stdout stays free for answers.

say() { printf 'toolchain: %s\n' "$*" >&2; }

die() {
  printf 'toolchain: error: %s\n' "$*" >&2
  exit 1
}

# version_at_least 3.1.74 3.1.69
version_at_least() {
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n1)" = "$2" ]
}
