# Reads apt source files, one-line and deb822, and prints "URI<TAB>keyring" of every binary source
# that serves the suite given as -v suite=…

function report(uri, keyring) {
  if (keyring == "" || keyring !~ /^\//) keyring = "/usr/share/keyrings/debian-archive-keyring.gpg"
  print uri "\t" keyring
}

function has_word(text, word) { return (" " text " ") ~ ("[ \t]" word "[ \t]") }

function finish_stanza() {
  if (has_word(types, "deb") && has_word(suites, suite) && enabled != "no") {
    split(uris, each, /[ \t]+/)
    report(each[1], keyring)
  }
  types = suites = uris = keyring = enabled = ""
}

/^[ \t]*#/ { next }

/^deb[ \t]/ {
  line = $0
  option = ""
  if (match(line, /\[[^]]*\]/)) {
    option = substr(line, RSTART, RLENGTH)
    line = substr(line, 1, RSTART - 1) substr(line, RSTART + RLENGTH)
  }
  split(line, part, /[ \t]+/)
  signed = ""
  if (match(option, /signed-by=[^] \t]+/)) signed = substr(option, RSTART + 10, RLENGTH - 10)
  if (part[3] == suite) report(part[2], signed)
  next
}

/^[ \t]*$/ { finish_stanza(); next }
{
  key = tolower($1)
  value = $0
  sub(/^[^:]*:[ \t]*/, "", value)
}
key == "types:" { types = value }
key == "suites:" { suites = value }
key == "uris:" { uris = value }
key == "signed-by:" { keyring = value }
key == "enabled:" { enabled = value }
END { finish_stanza() }
