// Files on web servers, for src/vfs/http_backend.cpp: by ranges, or whole where the server offers none.
addToLibrary({
  $WeftHttp__deps: ['$WeftErrors', '$WeftReads', 'weft_is_pending', 'weft_complete'],
  $WeftHttp__postset:
    'WeftHttp.resources = new Map(); WeftHttp.sizes = new Map(); WeftHttp.running = new Map();',
  $WeftHttp: {
    lastId: 0,

    check(status) {
      if (status >= 200 && status < 300) return;
      const code =
        status === 404 || status === 410 ? 'ENOENT' : status === 401 || status === 403 ? 'EACCES' : 'EIO';
      throw WeftErrors.make(code, `the server answered ${status}`);
    },

    /** The length of the whole file behind a partial answer; undefined if the server hides it. */
    totalOf(header) {
      const total = header('content-range')?.match(/\/(\d+)$/);
      return total ? Number(total[1]) : undefined;
    },

    versionOf: (header) => header('etag') ?? header('last-modified') ?? undefined,

    checkVersion(resource, header) {
      const version = WeftHttp.versionOf(header);
      if (version && resource.version && version !== resource.version) {
        throw WeftErrors.make('EIO', 'the file changed since it was opened');
      }
    },

    keep(url, resource) {
      WeftHttp.sizes.set(url, resource.size);
      WeftHttp.resources.set(++WeftHttp.lastId, { url, ...resource });
      return WeftHttp.lastId;
    },

    noAnswer() {
      return WeftErrors.make('EIO', 'no connection, or the server does not let other pages read it');
    },

    /** Answers are not kept by the browser: what is read is what the server has now. */
    fetch: async (ticket, url, init = {}) => {
      const controller = new AbortController();
      WeftHttp.running.set(ticket, controller);
      try {
        return await fetch(url, { ...init, cache: 'no-store', signal: controller.signal });
      } catch (exception) {
        if (exception.name === 'AbortError') throw exception;
        throw WeftHttp.noAnswer();
      }
    },

    fetchWhole: async (ticket, url, answer) => {
      const whole = answer ?? (await WeftHttp.fetch(ticket, url));
      WeftHttp.check(whole.status);
      const body = await whole.blob();
      return { size: body.size, body };
    },

    probe: async (ticket, url) => {
      const answer = await WeftHttp.fetch(ticket, url, { headers: { Range: 'bytes=0-0' } });
      if (answer.status === 416) return WeftHttp.fetchWhole(ticket, url);
      WeftHttp.check(answer.status);
      if (answer.status !== 206) return WeftHttp.fetchWhole(ticket, url, answer);
      const header = (name) => answer.headers.get(name);
      await answer.arrayBuffer();
      let size = WeftHttp.totalOf(header);
      if (size === undefined) {
        const head = await WeftHttp.fetch(ticket, url, { method: 'HEAD' });
        const length = head.ok && head.headers.get('content-length');
        if (!length) return WeftHttp.fetchWhole(ticket, url);
        size = Number(length);
      }
      return { size, version: WeftHttp.versionOf(header) };
    },

    open: async (ticket, url) => {
      const resource = await WeftHttp.probe(ticket, url);
      return _weft_is_pending(ticket) ? WeftHttp.keep(url, resource) : 0;
    },

    readRange: async (ticket, resource, offset, size) => {
      const range = `bytes=${offset}-${offset + size - 1}`;
      const answer = await WeftHttp.fetch(ticket, resource.url, { headers: { Range: range } });
      WeftHttp.check(answer.status);
      WeftHttp.checkVersion(resource, (name) => answer.headers.get(name));
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return answer.status === 206 ? bytes : bytes.subarray(offset, offset + size);
    },

    read: async (ticket, resource, offset, into, size) => {
      const bytes = (await WeftHttp.readRange(ticket, resource, offset, size)).subarray(0, size);
      if (_weft_is_pending(ticket)) HEAPU8.set(bytes, into);
      return bytes.length;
    },

    settle: async (ticket, work) => {
      await WeftErrors.settle(ticket, work);
      WeftHttp.running.delete(ticket);
    },
  },

  weft_http_open__deps: ['$WeftHttp', '$UTF8ToString'],
  weft_http_open__sig: 'vdp',
  weft_http_open(ticket, urlPointer) {
    const url = UTF8ToString(urlPointer);
    WeftHttp.settle(ticket, () => WeftHttp.open(ticket, url));
  },

  weft_http_read__deps: ['$WeftHttp'],
  weft_http_read__sig: 'vdidpp',
  weft_http_read(ticket, id, offset, into, size) {
    const resource = WeftHttp.resources.get(id);
    if (resource?.body) {
      WeftReads.submit(ticket, resource.body, offset, into, size);
    } else if (resource) {
      WeftHttp.settle(ticket, () => WeftHttp.read(ticket, resource, offset, into, size));
    } else {
      WeftErrors.fail(ticket, WeftErrors.make('EBADF'));
    }
  },

  weft_http_size__deps: ['$WeftHttp'],
  weft_http_size: (id) => WeftHttp.resources.get(id).size,

  weft_http_known_size__deps: ['$WeftHttp', '$UTF8ToString'],
  weft_http_known_size__sig: 'dp',
  weft_http_known_size: (url) => WeftHttp.sizes.get(UTF8ToString(url)) ?? -1,

  weft_http_close__deps: ['$WeftHttp'],
  weft_http_close(id) {
    const body = WeftHttp.resources.get(id)?.body;
    if (body) WeftReads.drop(body);
    WeftHttp.resources.delete(id);
  },

  weft_http_abort__deps: ['$WeftHttp'],
  weft_http_abort(ticket) {
    WeftHttp.running.get(ticket)?.abort();
  },
});
