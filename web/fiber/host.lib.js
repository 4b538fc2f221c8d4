// The event loop as src/fiber/browser_host.cpp sees it: two ways to have the scheduler pumped from a fresh stack.
addToLibrary({
  $WeftHost: {
    isSoonRequested: false,
    areEventsRequested: false,
    timer: undefined,

    /**
     * Calls into the program for the browser. A trap ends the module, and so does an exception of JavaScript that the program
     * has called: it leaves the program in the middle of what it did. Then the page is told.
     */
    guarded(call) {
      try {
        return call();
      } catch (error) {
        Module['onTrap']?.(error);
        throw error;
      }
    },

    /** Runs ready fibers. The page has been told of a trap when this says which fiber it was: to find out may trap as well. */
    pump() {
      try {
        WeftHost.guarded(_weft_pump);
      } catch (error) {
        err(`weft: ${WeftHost.whatTrapped()}: ${error?.message ?? error}`);
        throw error;
      }
    },

    whatTrapped() {
      try {
        const name = UTF8ToString(_weft_running_fiber_name());
        return `fiber '${name}' ${_weft_running_fiber_overflowed() ? 'overflowed its stack' : 'trapped'}`;
      } catch {
        return "fiber '?' trapped";
      }
    },

    /** Calls back after input and drawing had their turn. Timers would be clamped to 4 ms, a message is not. */
    afterEvents(callback) {
      if (typeof setImmediate === 'function') {
        setImmediate(callback);
        return;
      }
      if (!WeftHost.channel) {
        WeftHost.channel = new MessageChannel();
        WeftHost.channel.port1.onmessage = () => WeftHost.onMessage();
      }
      WeftHost.onMessage = callback;
      WeftHost.channel.port2.postMessage(null);
    },

    armTimer(atMs) {
      WeftHost.timer = setTimeout(() => WeftHost.onTimer(atMs), Math.max(0, atMs - _emscripten_get_now()));
    },

    /** Timers may fire a fraction of a millisecond early; the scheduler is promised that they do not. */
    onTimer(atMs) {
      if (_emscripten_get_now() < atMs) {
        WeftHost.armTimer(atMs);
      } else {
        WeftHost.pump();
      }
    },
  },
  $WeftHost__deps: [
    'weft_pump',
    'weft_running_fiber_name',
    'weft_running_fiber_overflowed',
    'emscripten_get_now',
    '$UTF8ToString',
  ],

  weft_host_request_pump__deps: ['$WeftHost'],
  weft_host_request_pump(afterEvents) {
    if (afterEvents) {
      if (WeftHost.areEventsRequested) return;
      WeftHost.areEventsRequested = true;
      WeftHost.afterEvents(() => {
        WeftHost.areEventsRequested = false;
        WeftHost.pump();
      });
    } else {
      if (WeftHost.isSoonRequested) return;
      WeftHost.isSoonRequested = true;
      queueMicrotask(() => {
        WeftHost.isSoonRequested = false;
        WeftHost.pump();
      });
    }
  },

  weft_host_request_pump_at__deps: ['$WeftHost'],
  weft_host_request_pump_at(atMs) {
    clearTimeout(WeftHost.timer);
    if (Number.isFinite(atMs)) WeftHost.armTimer(atMs);
  },
});
