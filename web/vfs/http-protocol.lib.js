// @ts-nocheck The names that the linker makes are unknown to it.
// How a file on a web server is read: what is asked, and what an answer proves. It is written once for all modes, as
// generators. They yield what is to be done next, and whoever drives them (http-fetch.lib.js, http-blocking.lib.js) hands
// back what came of it:
//   { ask: url, range: [first, last] }  the answer, { status, header(name) }; undefined if there was none
//   { take: count }                     that many bytes, all of the last answer; undefined if it has fewer or more
//   { takeAll: true }                   the last answer's body as a Blob; undefined if it broke off
//
// A file is read by ranges only where each answer tells which part it is of which version. Other servers know no ranges,
// hide from other origins what they say of them, give files no version, or compress whatever they send: from those the
// whole body is fetched, once per open. A length that comes from one request says nothing of the body of another one.
addToLibrary({
  $WeftHttpProtocol__deps: ['$WeftErrors'],
  $WeftHttpProtocol: {
    /** A server may send less of a range than was asked for; this often in one read, and no more. */
    mostPieces: 16,

    /** Returns { url, size }, with a `version` for what can be read by ranges, else with the `body`. */
    open: function* (url) {
      const answer = yield { ask: url, range: [0, 0] };
      const part = answer && WeftHttpProtocol.partOf(answer, 0, 0);
      const version = answer && WeftHttpProtocol.versionOf(answer);
      if (part && version && (yield { take: 1 })) return { url, size: part.total, version };
      const body = yield* WeftHttpProtocol.takeWhole(url, answer);
      return { url, size: body.size, body };
    },

    /** Whoever refuses a range, or sends it in a form that cannot be read, may have no objection to sending all. */
    takeWhole: function* (url, answerToRange) {
      const answer = answerToRange?.status === 200 ? answerToRange : yield { ask: url };
      if (!answer) throw WeftHttpProtocol.noAnswer();
      WeftHttpProtocol.check(answer);
      const body = yield { takeAll: true };
      if (!body) throw WeftHttpProtocol.incomplete();
      return body;
    },

    /**
     * Returns `count` bytes of what was opened, in pieces. They must lie within its size. At its end one byte more is asked
     * for: it shows whether that is the end.
     */
    read: function* (resource, offset, count) {
      const pieces = [];
      const end = offset + count;
      const last = end === resource.size ? end : end - 1;
      for (let at = offset; at < end; at += pieces[pieces.length - 1].length) {
        if (pieces.length === WeftHttpProtocol.mostPieces) throw WeftHttpProtocol.otherPart();
        const answer = yield { ask: resource.url, range: [at, last] };
        const size = WeftHttpProtocol.checkPart(resource, answer, at, last);
        const bytes = yield { take: size };
        if (!bytes) throw WeftHttpProtocol.incomplete();
        pieces.push(bytes);
      }
      return pieces;
    },

    /** How many bytes of the resource come with the answer, which is for those from `first` to `last`. */
    checkPart(resource, answer, first, last) {
      if (!answer) throw WeftHttpProtocol.noAnswer();
      const part = WeftHttpProtocol.partOf(answer, first, last);
      const version = WeftHttpProtocol.versionOf(answer);
      const isOther = version && version !== resource.version;
      const hasOtherSize = part && part.total !== resource.size;
      if (isOther || hasOtherSize || answer.status === 416) throw WeftHttpProtocol.changed();
      if (answer.status !== 206) WeftHttpProtocol.check(answer);
      if (!part || !version) throw WeftHttpProtocol.otherPart();
      return part.size;
    },

    /** What an answer says that it holds of the file; undefined if that is not the range, or a front part of it. */
    partOf({ status, header }, first, last) {
      if (status !== 206 || (header('content-encoding') ?? 'identity') !== 'identity') return undefined;
      const said = header('content-range')?.match(/^bytes (\d+)-(\d+)\/(\d+)$/);
      if (!said) return undefined;
      const [from, to, total] = said.slice(1).map(Number);
      const isWithin = from === first && to >= from && to <= last && to < total;
      return isWithin && Number.isSafeInteger(total) ? { size: to - from + 1, total } : undefined;
    },

    versionOf: ({ header }) => header('etag') ?? header('last-modified') ?? undefined,

    /** That it is the answer to a request for all of a file: the other kinds of success bring none. */
    check({ status }) {
      if (status === 200 || status === 203) return;
      const code =
        status === 404 || status === 410 ? 'ENOENT' : status === 401 || status === 403 ? 'EACCES' : 'EIO';
      throw WeftErrors.make(code, `the server answered ${status}`);
    },

    noAnswer() {
      return WeftErrors.make('EIO', 'no connection, or the server does not let other pages read it');
    },

    changed() {
      return WeftErrors.make('EIO', 'the file changed since it was opened');
    },

    otherPart() {
      return WeftErrors.make('EIO', 'the server did not send the part that it was asked for');
    },

    incomplete() {
      const error = WeftErrors.make('EIO', 'the server sent more or less than it said');
      return Object.assign(error, { isIncomplete: true });
    },
  },
});
