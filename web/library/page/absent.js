// What SDL asks of Emscripten's libraries and Weft never makes use of: the answer is that the browser cannot do it.
addToLibrary({
  // EGL tells Emscripten's own main loop, which Weft does not run, that there is a context.
  $EGL__deps: [],
  $Browser: { moduleContextCreatedCallbacks: [] },
  $Browser__deps: [],
  $Browser__postset: '',

  eglSwapInterval: (_display, _interval) => 1,
  eglSwapInterval__deps: [],

  eglSwapBuffers: (_display, _surface) => 1,
  eglSwapBuffers__deps: [],

  emscripten_request_fullscreen_strategy: (_target, _later, _strategy) => -1,
  emscripten_request_fullscreen_strategy__deps: [],

  emscripten_exit_fullscreen: () => -1,
  emscripten_exit_fullscreen__deps: [],

  emscripten_set_fullscreenchange_callback_on_thread: (_target, _data, _capture, _callback, _thread) => -1,
  emscripten_set_fullscreenchange_callback_on_thread__deps: [],

  emscripten_request_pointerlock: (_target, _later) => -1,
  emscripten_request_pointerlock__deps: [],

  emscripten_exit_pointerlock: () => -1,
  emscripten_exit_pointerlock__deps: [],

  emscripten_set_pointerlockchange_callback_on_thread: (_target, _data, _capture, _callback, _thread) => -1,
  emscripten_set_pointerlockchange_callback_on_thread__deps: [],
});
