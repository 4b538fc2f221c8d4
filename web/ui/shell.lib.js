// What src/ui/kit/browser.cpp asks of the page around the canvas (page.js), which is handed in as `Module.page`.
addToLibrary({
  $WeftShell: {
    /**
     * With a fractional zoom only the browser knows the canvas's size in device pixels. Where it is far from what
     * follows from the ratio, it is that of another screen than the one that is emulated.
     */
    deviceSize(entry, canvas) {
      const ratio = window.devicePixelRatio || 1;
      const box = entry.devicePixelContentBoxSize?.[0];
      const exact = (own, length) =>
        own && Math.abs(own - length * ratio) < 2 ? own : Math.round(length * ratio);
      return {
        width: exact(box?.inlineSize, canvas.clientWidth),
        height: exact(box?.blockSize, canvas.clientHeight),
        ratio,
      };
    },

    observeSize(canvas) {
      const observer = new ResizeObserver((entries) => {
        const { width, height, ratio } = WeftShell.deviceSize(entries[entries.length - 1], canvas);
        WeftHost.guarded(() => _weft_canvas_resized(width, height, ratio));
      });
      try {
        observer.observe(canvas, { box: 'device-pixel-content-box' });
      } catch {
        observer.observe(canvas);
      }
    },

    observeContext(canvas) {
      canvas.addEventListener('webglcontextlost', (event) => {
        event.preventDefault();
        WeftHost.guarded(_weft_canvas_lost);
        Module['page'].graphicsLost(true);
      });
      canvas.addEventListener('webglcontextrestored', () => {
        WeftHost.guarded(_weft_canvas_restored);
        Module['page'].graphicsLost(false);
      });
    },
  },
  $WeftShell__deps: [
    '$WeftHost',
    'weft_canvas_resized',
    'weft_canvas_lost',
    'weft_canvas_restored',
    'weft_takes_zoom',
    'weft_colours_changed',
  ],

  weft_shell_watch_canvas__deps: ['$WeftShell'],
  weft_shell_watch_canvas() {
    const canvas = Module['canvas'];
    const { width, height, ratio } = WeftShell.deviceSize({}, canvas);
    _weft_canvas_resized(width, height, ratio);
    WeftShell.observeSize(canvas);
    WeftShell.observeContext(canvas);
    Module['page'].keepZoom((x, y) => Boolean(_weft_takes_zoom(x, y)));
    Module['page'].followSystem((isDark) => _weft_colours_changed(isDark));
  },

  weft_shell_copy__deps: ['$UTF8ToString'],
  weft_shell_copy(text) {
    Module['page'].copy(UTF8ToString(text));
  },

  weft_shell_copy_link() {
    Module['page'].copyLink();
  },

  weft_shell_open_source__deps: ['$UTF8ToString'],
  weft_shell_open_source(path) {
    Module['page'].openSource(UTF8ToString(path));
  },

  weft_shell_pick(folder) {
    Module['page'].pick(Boolean(folder));
  },

  weft_shell_prefers_dark() {
    return Module['page'].prefersDark();
  },

  weft_shell_set_dark(isDark) {
    Module['page'].setDark(Boolean(isDark));
  },

  weft_shell_has_coarse_pointer__deps: ['$WeftShell'],
  weft_shell_has_coarse_pointer() {
    WeftShell.coarsePointer ??= window.matchMedia('(pointer: coarse)');
    return WeftShell.coarsePointer.matches;
  },

  weft_shell_is_apple() {
    return /Mac|iPhone|iPad/.test(navigator.platform);
  },

  weft_shell_request_frame__deps: ['$WeftHost', '$getWasmTableEntry'],
  weft_shell_request_frame(draw, data) {
    requestAnimationFrame(() => WeftHost.guarded(() => getWasmTableEntry(draw)(data)));
  },

  weft_shell_first_frame() {
    Module['page'].firstFrame();
  },

  weft_shell_announce__deps: ['$UTF8ToString'],
  weft_shell_announce(words) {
    Module['page'].announce(UTF8ToString(words));
  },
});
