// Does by synchronous XHR what shared/http-protocol.js asks for, while the page's thread is blocked. A worker could fetch in
// its stead in Chromium, but in Firefox a worker's requests stand still with the page's thread (measured, 153).
addToLibrary({
  $WeftHttpBlocking__deps: ['$WeftBlobs', '$WeftErrors', '$WeftHttp', '$WeftHttpProtocol'],
  $WeftHttpBlocking: {
    /** A byte order mark at the front of a part spoils it (web/vfs/sync-xhr.js). So often one byte is read apart from the rest. */
    mostSplits: 3,

    drive(steps) {
      const request = Module['weftIo']?.request;
      if (!request) {
        throw WeftErrors.make('ENOTSUP', 'there is no way to ask a server while the thread is blocked');
      }
      let answer;
      let step = steps.next();
      while (!step.done) {
        const { ask, range, take } = step.value;
        if (ask) {
          answer = request(ask, range);
          step = steps.next(answer);
        } else {
          step = steps.next(take ? answer.bytes(take) : WeftHttpBlocking.takeAll(answer));
        }
        if (answer?.isKept) throw WeftHttpBlocking.kept();
      }
      return step.value;
    },

    takeAll(answer) {
      const bytes = answer.bytes();
      if (bytes) return new Blob([bytes]);
      throw WeftErrors.make(
        'ENOTSUP',
        'a read that blocks gets it as text, in which a byte order mark may be lost',
      );
    },

    kept() {
      return WeftErrors.make(
        'ENOTSUP',
        'what a read that blocks gets may not be what the server has now, but what the browser has kept',
      );
    },

    read(resource, offset, size, splits = WeftHttpBlocking.mostSplits) {
      try {
        return WeftHttpBlocking.drive(WeftHttpProtocol.read(resource, offset, size));
      } catch (exception) {
        if (!exception.isIncomplete || size === 1 || splits === 0) throw exception;
        return [
          ...WeftHttpBlocking.read(resource, offset, 1, 0),
          ...WeftHttpBlocking.read(resource, offset + 1, size - 1, splits - 1),
        ];
      }
    },

    readInto(resource, offset, into, size) {
      if (!resource) throw WeftErrors.make('EBADF');
      if (!resource.body) return WeftHttp.put(WeftHttpBlocking.read(resource, offset, size), into);
      resource.blobId ??= WeftBlobs.add(resource.body);
      return WeftBlobs.readBlocking(resource.blobId, offset, into, size);
    },
  },

  weft_http_open_blocking__deps: ['$WeftHttpBlocking', '$UTF8ToString'],
  weft_http_open_blocking__sig: 'vpp',
  weft_http_open_blocking(url, outcome) {
    WeftErrors.settleNow(outcome, () =>
      WeftHttp.keep(WeftHttpBlocking.drive(WeftHttpProtocol.open(UTF8ToString(url)))),
    );
  },

  weft_http_read_blocking__deps: ['$WeftHttpBlocking'],
  weft_http_read_blocking__sig: 'vidppp',
  weft_http_read_blocking(id, offset, into, size, outcome) {
    WeftErrors.settleNow(outcome, () =>
      WeftHttpBlocking.readInto(WeftHttp.resources.get(id), offset, into, size),
    );
  },
});
