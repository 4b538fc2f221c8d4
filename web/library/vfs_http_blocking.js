// Reading from web servers while the page's thread is blocked. Only synchronous XHR can do that, and only by ranges: the
// bytes of a whole body can be spoilt on the way (web/sync-xhr.js).
addToLibrary({
  $WeftHttpBlocking__deps: ['$WeftHttp', '$WeftErrors'],
  $WeftHttpBlocking: {
    /** `Module.weftIo`, if it can ask servers. */
    io() {
      const io = Module['weftIo'];
      if (io?.getRange) return io;
      throw WeftErrors.make('ENOTSUP', 'there is no way to ask a server while the thread is blocked');
    },

    getRange(url, offset, size) {
      const io = WeftHttpBlocking.io();
      try {
        return io.getRange(url, offset, size);
      } catch {
        throw WeftHttp.noAnswer();
      }
    },

    open(url) {
      const answer = WeftHttpBlocking.getRange(url, 0, 1);
      // No range of an empty file can be satisfied.
      if (answer.status === 416) return WeftHttp.keep(url, { size: 0 });
      WeftHttp.check(answer.status);
      const size = WeftHttp.totalOf(answer.header) ?? WeftHttpBlocking.io().getSize(url);
      if (answer.status !== 206 || size === undefined) throw WeftHttpBlocking.noRanges();
      return WeftHttp.keep(url, { size, version: WeftHttp.versionOf(answer.header) });
    },

    read(resource, offset, size) {
      if (!resource) throw WeftErrors.make('EBADF');
      const answer = WeftHttpBlocking.getRange(resource.url, offset, size);
      WeftHttp.check(answer.status);
      WeftHttp.checkVersion(resource, answer.header);
      if (answer.status !== 206) throw WeftHttpBlocking.noRanges();
      return answer.bytes.subarray(0, size);
    },

    noRanges() {
      return WeftErrors.make(
        'ENOTSUP',
        'the server offers no ranges, which reading in a blocked thread needs',
      );
    },
  },

  weft_http_open_blocking__deps: ['$WeftHttpBlocking', '$UTF8ToString'],
  weft_http_open_blocking__sig: 'vpp',
  weft_http_open_blocking(url, outcome) {
    WeftErrors.settleNow(outcome, () => WeftHttpBlocking.open(UTF8ToString(url)));
  },

  weft_http_read_blocking__deps: ['$WeftHttpBlocking'],
  weft_http_read_blocking__sig: 'vidppp',
  weft_http_read_blocking(id, offset, into, size, outcome) {
    WeftErrors.settleNow(outcome, () => {
      const bytes = WeftHttpBlocking.read(WeftHttp.resources.get(id), offset, size);
      HEAPU8.set(bytes, into);
      return bytes.length;
    });
  },
});
