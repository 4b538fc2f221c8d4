#!/usr/bin/env bash
# The rules that no compiler checks: which part may know which, and what must not be in the repository.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
status=0

complain() {
  printf 'rule: %s\n' "$1"
  status=1
}

# forbid DIRECTORY PATTERN REASON [EXCEPT]: what files in it include, or import
forbid() {
  [ -d "$1" ] || complain "there is no $1 for a rule to look at"
  local takes="(^ *# *include *[<\"]|(from|import) *\(?'(\.\./)+)"
  if grep -rnE "$takes($2)" "$1" | grep -vE "[<\"](${4:-^$})"; then complain "$3"; fi
}

forbid src/fiber_swap '(fiber|vfs|text|reading|lab|ui|program)/' 'src/fiber_swap knows nothing of Weft'
forbid src/fiber '(vfs|text|reading|lab|ui|program)/' 'src/fiber knows nothing of files, text, the lab or the page'
forbid src/vfs '(text|reading|lab|ui|program)/' 'src/vfs knows nothing of text, the lab or the page'
forbid src/text '(fiber|vfs|reading|lab|ui|program)/' 'src/text is pure: bytes in, figures and pieces out'
forbid src/reading '(lab|ui|program)/' 'src/reading knows nothing of the lab or the page'
forbid src/lab '(ui|program)/|imgui|SDL' 'src/lab does not draw'
forbid src/ui 'program/' 'src/ui knows the lab, not the program'
forbid src/ui/kit 'ui/' 'src/ui/kit knows neither the window nor panels' 'ui/kit/'
forbid src/ui/window '(lab|ui)/' 'src/ui/window knows neither the lab nor panels' 'ui/(kit|window)/'

forbid web/fiber '(vfs|counter|reading|ui|program|site)/' 'web/fiber knows nothing of files, workers or the page'
forbid web/vfs '(counter|reading|ui|program|site)/' 'web/vfs knows nothing of counting or the page'
forbid web/counter '(reading|ui|program|site)/' 'web/counter is a worker, which knows nothing of the page'
forbid web/reading '(ui|program|site)/' 'web/reading knows nothing of the page'
forbid web/ui '(vfs|counter|reading|program|site)/' 'web/ui knows neither how files are read nor the program'
forbid web/program 'site/' 'what a browser loads knows nothing of what assembles it'

# The seam: C++ calls functions of *.lib.js, and nobody else takes those for anything.
besides=$(
  grep -rnE "\baddToLibrary\b|\.lib\.js'" web/{counter,fiber,program,reading,ui,vfs} | grep -vE '^[^:]*\.lib\.js:' || true
  grep -rnE '\bEM_(JS|ASM)|<emscripten/(bind|val)\.h>' src | grep -v '^src/program/' || true
)
if [ -n "$besides" ]; then
  printf '%s\n' "$besides"
  complain 'what C++ calls of JavaScript is in files *.lib.js; objects of JavaScript are for src/program'
fi

# Whoever has a fiber wait for something names it, so that this folder need not know for what.
foreign=$(grep -rniE '(^|[^a-z])(reads?|reading|files?|workers?|i/?o)([^a-z]|$)' src/fiber || true)
if [ -n "$foreign" ]; then
  printf '%s\n' "$foreign"
  complain 'src/fiber knows neither files nor workers, not even in words'
fi

formatters=$(grep -rlE '^ *# *include *<(fmt/.*|format|print)>' src | grep -v '^src/lab/format\.[ch]pp$' || true)
if [ -n "$formatters" ]; then
  printf '%s\n' "$formatters"
  complain 'what src/lab/format.hpp formats, {fmt} would leave out where it is called directly'
fi

fiber_users=$(grep -rlE '^ *# *include *<emscripten/fiber\.h>' src tests | grep -vE '^(src|tests/unit)/fiber_swap/' || true)
if [ "$fiber_users" != src/fiber/context.cpp ]; then
  printf '%s\n' "$fiber_users"
  complain 'of all that uses Emscripten fibers, exactly src/fiber/context.cpp includes <emscripten/fiber.h>'
fi

# A list of what is welcome, as the hosts that are not must not be named even here.
welcome=$(paste -sd'|' cmake/allowed-hosts.txt)
hosts=$(git grep -nIoE 'https?://[A-Za-z0-9.-]+\.[A-Za-z]{2,}' -- ':!web/package-lock.json' |
  grep -vE "://($welcome)\$" || true)
if [ -n "$hosts" ]; then
  printf '%s\n' "$hosts"
  complain 'hosts outside cmake/allowed-hosts.txt; no package registry or mirror may be named'
fi
if grep -n '"resolved"' web/package-lock.json; then complain 'the lock file names a registry'; fi

exit $status
