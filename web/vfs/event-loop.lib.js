// The next turn of the event loop, for src/vfs/event_loop.cpp.
addToLibrary({
  $WeftEventLoop: {
    queues: [],

    runAll() {
      const queues = WeftEventLoop.queues;
      WeftEventLoop.queues = [];
      for (const queue of queues) _weft_event_loop_run(queue);
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

  weft_event_loop_post__deps: ['$WeftEventLoop', 'weft_event_loop_run'],
  weft_event_loop_post__sig: 'vp',
  weft_event_loop_post(queue) {
    if (WeftEventLoop.queues.push(queue) === 1) WeftEventLoop.request();
  },
});
