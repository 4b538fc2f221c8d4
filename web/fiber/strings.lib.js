// How strings of C++ become those of JavaScript, in place of Emscripten's own decoder: that one takes a U+FEFF at the
// beginning of a string for a mark and drops it, and embind decodes what is behind each NUL as a string of its own.
addToLibrary({
  $UTF8Decoder: "new TextDecoder('utf-8', { ignoreBOM: true })",
});
