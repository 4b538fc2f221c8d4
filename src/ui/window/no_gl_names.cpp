// SDL can look WebGL's functions up by name. Nothing in Weft does, and Emscripten's table of all the names,
// with all the functions behind them, is a fifth of the page: here is a table without any.

extern "C" void* eglGetProcAddress(const char*);

void* eglGetProcAddress(const char* /*name*/) { return nullptr; }
