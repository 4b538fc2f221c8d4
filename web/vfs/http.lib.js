// Files on web servers, for src/vfs/http_backend.cpp: by ranges, or whole (shared/http-protocol.js).
addToLibrary({
  $WeftHttp__deps: ['$WeftErrors', '$WeftHttpFetch', '$WeftHttpProtocol', '$WeftReads'],
  $WeftHttp__postset:
    'WeftHttp.resources = new Map(); WeftHttp.sizes = new Map(); WeftHttp.running = new Map();',
  $WeftHttp: {
    lastId: 0,

    keep(resource) {
      WeftHttp.sizes.set(resource.url, resource.size);
      WeftHttp.resources.set(++WeftHttp.lastId, resource);
      return WeftHttp.lastId;
    },

    put(pieces, into) {
      let at = 0;
      for (const bytes of pieces) {
        HEAPU8.set(bytes, into + at);
        at += bytes.length;
      }
      return at;
    },

    /** Completes the ticket with what `finish` makes of what the generator returns. */
    settle: async (ticket, steps, finish) => {
      const controller = new AbortController();
      WeftHttp.running.set(ticket, controller);
      await WeftErrors.settle(ticket, () => WeftHttpFetch.drive(steps, controller.signal), finish);
      WeftHttp.running.delete(ticket);
    },
  },

  weft_http_open__deps: ['$WeftHttp', '$UTF8ToString'],
  weft_http_open__sig: 'vdp',
  weft_http_open(ticket, urlPointer) {
    WeftHttp.settle(ticket, WeftHttpProtocol.open(UTF8ToString(urlPointer)), WeftHttp.keep);
  },

  weft_http_read__deps: ['$WeftHttp'],
  weft_http_read__sig: 'vdidpp',
  weft_http_read(ticket, id, offset, into, size) {
    const resource = WeftHttp.resources.get(id);
    if (resource?.body) {
      WeftReads.submit(ticket, resource.body, offset, into, size);
    } else if (resource) {
      const steps = WeftHttpProtocol.read(resource, offset, size);
      WeftHttp.settle(ticket, steps, (pieces) => WeftHttp.put(pieces, into));
    } else {
      WeftErrors.fail(ticket, WeftErrors.make('EBADF'));
    }
  },

  weft_http_size__deps: ['$WeftHttp'],
  weft_http_size: (id) => WeftHttp.resources.get(id).size,

  weft_http_known_size__deps: ['$WeftHttp', '$UTF8ToString'],
  weft_http_known_size__sig: 'dp',
  weft_http_known_size: (url) => WeftHttp.sizes.get(UTF8ToString(url)) ?? -1,

  weft_http_close__deps: ['$WeftHttp', '$WeftBlobs'],
  weft_http_close(id) {
    const { body, blobId } = WeftHttp.resources.get(id) ?? {};
    if (body) WeftReads.drop(body);
    if (blobId) WeftBlobs.release(blobId);
    WeftHttp.resources.delete(id);
  },

  weft_http_lend__deps: ['$WeftHttp', '$WeftSources'],
  weft_http_lend(id) {
    const { url, size, version, body } = WeftHttp.resources.get(id);
    return WeftSources.add(body ? { blob: body } : { url, size, version });
  },

  weft_http_abort__deps: ['$WeftHttp'],
  weft_http_abort(ticket) {
    WeftHttp.running.get(ticket)?.abort();
  },
});
