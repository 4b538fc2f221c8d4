// Jobs for the page's workers, for src/reading/worker_pool.cpp. `Module.weftCounting` is a CountingPool
// (web/reading/counting-pool.js).
addToLibrary({
  $WeftCounting__deps: [
    '$WeftErrors',
    '$WeftReads',
    '$WeftSources',
    '$stackSave',
    '$stackAlloc',
    '$stackRestore',
    'weft_is_pending',
    'weft_complete',
    'weft_counting_progress',
  ],
  $WeftCounting: {
    show(ticket, job, { figures, reads, waitMs, cpuMs }) {
      if (!_weft_is_pending(ticket)) return;
      const before = stackSave();
      const address = stackAlloc(figures.byteLength);
      HEAPF64.set(figures, address >>> 3);
      _weft_counting_progress(job, address, reads, waitMs, cpuMs);
      stackRestore(before);
    },

    fail: async (ticket, source, failure) => {
      const reason = await WeftCounting.explain(source, failure);
      if (_weft_is_pending(ticket)) WeftErrors.fail(ticket, reason);
    },

    /** What reading on the page would have thrown, or has failed with. */
    explain: async (source, failure) => {
      switch (failure.name) {
        case 'NotStarted':
          return WeftErrors.make('ENOTSUP', `the workers did not start: ${failure.message}`);
        case 'Stopped':
          return WeftErrors.make('EIO', `the worker stopped: ${failure.message}`);
        case 'NoMemory':
          return WeftErrors.make('ENOMEM');
        default:
          return source.blob ? WeftReads.explain(source.blob, failure) : failure;
      }
    },
  },

  weft_counting_start__deps: ['$WeftCounting'],
  weft_counting_start__sig: 'vdiddiddp',
  weft_counting_start(ticket, sourceId, size, chunkBytes, passes, latencyMs, mostUnpackedBytes, job) {
    const source = WeftSources.byId.get(sourceId);
    const show = (count) => WeftCounting.show(ticket, job, count);
    const pool = Module['weftCounting'];
    if (!pool) {
      WeftErrors.fail(ticket, WeftErrors.make('ENOTSUP', 'this page has no workers'));
      return;
    }
    pool.start(
      ticket,
      { source, size, chunkBytes, passes, latencyMs, mostUnpackedBytes },
      {
        progress: show,
        done(count) {
          show(count);
          _weft_complete(ticket, 0, 0);
        },
        failed(failure, count) {
          if (count) show(count);
          WeftCounting.fail(ticket, source, failure);
        },
      },
    );
  },

  weft_counting_abort__deps: ['$WeftCounting'],
  weft_counting_abort: (ticket) => Module['weftCounting']?.abort(ticket),
  weft_counting_abort__sig: 'vd',

  weft_counting_limit: () => Module['weftCounting']?.limit ?? 1,
  weft_counting_peak: () => Module['weftCounting']?.peakBusy ?? 0,
  weft_counting_reset_peak: () => Module['weftCounting']?.resetPeak(),
});
