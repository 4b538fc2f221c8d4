// The next turn of the event loop, for src/vfs/event_loop.cpp.
addToLibrary({
  $WeftEventLoop: {
    tasks: [],

    runAll() {
      const tasks = WeftEventLoop.tasks;
      WeftEventLoop.tasks = [];
      for (const { call, argument } of tasks) call(argument);
    },

    /** A timer would be clamped to 4 ms, a message is not. */
    request() {
      if (typeof setImmediate === 'function') {
        setImmediate(WeftEventLoop.runAll);
        return;
      }
      if (!WeftEventLoop.channel) {
        WeftEventLoop.channel = new MessageChannel();
        WeftEventLoop.channel.port1.onmessage = WeftEventLoop.runAll;
      }
      WeftEventLoop.channel.port2.postMessage(null);
    },
  },

  weft_event_loop_post__deps: ['$WeftEventLoop', '$getWasmTableEntry'],
  weft_event_loop_post__sig: 'vpp',
  weft_event_loop_post(call, argument) {
    const length = WeftEventLoop.tasks.push({ call: getWasmTableEntry(call), argument });
    if (length === 1) WeftEventLoop.request();
  },
});
