# Formatting and static analysis: one version for everyone, so that everyone's machine agrees.

bring_lint_tools() {
  # The private C library comes along even where emcc is the machine's own.
  install_packages trixie "${RUNTIME_PACKAGES[@]}" clang-format-19 clang-tidy-19 libclang-common-19-dev
  "$PREFIX/usr/bin/clang-tidy-19" --version >/dev/null || die "the unpacked clang-tidy does not start"
}
