// @ts-nocheck The names that the linker makes are unknown to it.
// Reads that follow one another through a large blob come from streams of it. A browser takes about a millisecond to
// prepare each slice; a stream is prepared once. One stream does not keep a browser busy, so a very large blob is read by
// several, each of a stretch, that run ahead of the reader: 512 MiB in 350 ms instead of 500. Workers that read take this
// in too (web/vfs/blob-stream.js), so it stands for itself.
addToLibrary({
  $WeftStreams__postset: 'WeftStreams.running = new Set();',
  $WeftStreams: {
    /** Smaller reads, and those of a whole blob, are as fast by `arrayBuffer()`. */
    smallestRead: 64 * 1024,
    /** From this size on, in bytes, a blob is worth several streams. */
    largeBlob: 128 * 1024 * 1024,
    stretchBytes: 16 * 1024 * 1024,
    /** Of all blobs together, so that what is read ahead is so many times `stretchBytes` at most. */
    stretchesAtOnce: 4,

    /**
     * Firefox reads of a file that has grown, or was replaced by a longer one, what was its size, and finds nothing wrong.
     * Only what reads all of it, a stream or a whole `arrayBuffer()`, has more bytes then. What browsers show:
     *
     *                    | Chromium                              | Firefox
     *   deleted          | everything fails: NotFoundError       | everything fails: AbortError, FileReader: NotFoundError
     *   shorter          | everything fails: NotReadableError    | fewer bytes than were asked for
     *   longer           | everything fails: NotReadableError    | more bytes, but only in a read of the whole
     *   other, same size | everything fails: NotReadableError    | nothing: it is read as it is now
     *   changed meanwhile| streams read on, the next slice fails | streams read on in what they have opened
     *   empty, deleted   | the whole fails: NotFoundError        | the whole fails; not by FileReaderSync, to an array
     *   empty, has grown | the whole fails: NotReadableError     | the whole has bytes; not by FileReaderSync, to an array
     *
     * A browser that does not say that it is Chromium is taken to be like Firefox.
     */
    hidesGrowth: () => typeof navigator === 'object' && !navigator.userAgentData,

    changed: () => Object.assign(new Error('the file changed since it was added'), { weftCode: 'EIO' }),

    partOf: (blob, offset, size) =>
      offset === 0 && size === blob.size ? blob : blob.slice(offset, offset + size),

    /** Whether a read of this part says nothing of growth, but should: it is the last of its file. */
    isBlindEnd: (blob, offset, size) =>
      offset > 0 && offset + size === blob.size && WeftStreams.hidesGrowth(),

    /** The bytes, by a slice. */
    readPart: async (blob, offset, size) => {
      const bytes = new Uint8Array(await WeftStreams.partOf(blob, offset, size).arrayBuffer());
      const isBlind = WeftStreams.isBlindEnd(blob, offset, size);
      if (bytes.length !== size || (isBlind && (await WeftStreams.hasOtherLength(blob)))) {
        throw WeftStreams.changed();
      }
      return bytes;
    },

    /** Whether a read of the whole brings more or less than the blob's size; of what is more it reads no more than it must. */
    hasOtherLength: async (blob) => {
      const reader = WeftStreams.readerOfWhole(blob);
      WeftStreams.running.add(reader);
      try {
        let buffer = new ArrayBuffer(Math.min(WeftStreams.stretchBytes, blob.size + 1));
        let count = 0;
        while (count <= blob.size) {
          const { value, done } = await reader.read(new Uint8Array(buffer));
          if (done) break;
          count += value.length;
          buffer = value.buffer;
        }
        return count !== blob.size;
      } finally {
        WeftStreams.running.delete(reader);
        reader.cancel().catch(() => {});
      }
    },

    /** Not every browser's streams of blobs fill buffers of others; such a reader brings its own. */
    readerOfWhole(blob) {
      const whole = blob.stream();
      try {
        return whole.getReader({ mode: 'byob' });
      } catch {
        return whole.getReader();
      }
    },

    hasEnded: async ({ reader }) => (await reader.read(new Uint8Array(1))).done,

    make: (blob) => ({ blob, position: 0, isBusy: false, stretches: [], lent: [], spare: [] }),

    /**
     * The bytes at `offset`, valid until the next call but one. Undefined where the stream does not stand there, is busy,
     * or something is wrong with the blob: a slice then does the work, or shows what it is. Throws where that would not show.
     */
    take: async (stream, offset, size) => {
      const { blob } = stream;
      if (stream.isBusy) return undefined;
      if (offset === 0) WeftStreams.begin(stream, size);
      if (stream.stretches.length === 0 || offset !== stream.position) return undefined;
      stream.isBusy = true;
      const bytes = await WeftStreams.next(stream, size).catch(() => undefined);
      stream.isBusy = false;
      stream.position += size;
      const isAtEnd = stream.position >= blob.size;
      const hasGrown =
        bytes && isAtEnd && !(await WeftStreams.hasEnded(stream.stretches[0]).catch(() => true));
      if (!bytes || isAtEnd) WeftStreams.close(stream);
      if (hasGrown) throw WeftStreams.changed();
      return bytes && (!isAtEnd || (await WeftStreams.isUnchanged(blob))) ? bytes : undefined;
    },

    close(stream) {
      stream.lent = [];
      stream.spare = [];
      for (const { reader } of stream.stretches) reader.cancel().catch(() => {});
      for (const stretch of stream.stretches.splice(0)) WeftStreams.running.delete(stretch);
    },

    begin(stream, size) {
      WeftStreams.close(stream);
      stream.position = 0;
      if (size > WeftStreams.smallestRead && size < stream.blob.size) WeftStreams.open(stream, 0, size);
    },

    /** Whether there is room for one more stretch beside others. */
    hasRoom: ({ blob }, size) =>
      blob.size >= WeftStreams.largeBlob &&
      !WeftStreams.hidesGrowth() &&
      size <= WeftStreams.stretchBytes &&
      WeftStreams.running.size < WeftStreams.stretchesAtOnce,

    /** A stretch from `begin` on, in whole reads of `size`; to the end of a blob where there is no room for others. */
    open(stream, begin, size) {
      const { blob } = stream;
      const isShort = WeftStreams.hasRoom(stream, size);
      const length = isShort ? Math.ceil(WeftStreams.stretchBytes / size) * size : blob.size;
      const end = Math.min(begin + length, blob.size);
      const part = begin === 0 && end === blob.size ? blob : blob.slice(begin, end);
      try {
        const stretch = { begin, end, reader: part.stream().getReader({ mode: 'byob' }), ahead: [] };
        stream.stretches.push(stretch);
        // Chromium collects a stream to which only its own pending read refers, and that read never ends.
        WeftStreams.running.add(stretch);
        return stretch;
      } catch {
        // Streams of this browser's blobs do not fill buffers of others.
        return undefined;
      }
    },

    next: async (stream, size) => {
      WeftStreams.runAhead(stream, size);
      const [stretch] = stream.stretches;
      const bytes = await (stretch.ahead.shift() ?? WeftStreams.read(stream, stretch, size));
      if (bytes.length !== size) return undefined;
      if (stream.lent.push(bytes.buffer) > 2) stream.spare.push(stream.lent.shift());
      const isAtEnd = stretch.end === stream.blob.size;
      if (stream.position + size === stretch.end && !isAtEnd) WeftStreams.goOn(stream, size);
      return bytes;
    },

    goOn(stream, size) {
      const done = stream.stretches.shift();
      WeftStreams.running.delete(done);
      done.reader.cancel().catch(() => {});
      if (stream.stretches.length === 0) WeftStreams.open(stream, done.end, size);
    },

    /** Whoever has read half a stretch is taken to want the rest: a reader that takes a line now and then is not. */
    runAhead(stream, size) {
      if (stream.position < WeftStreams.stretchBytes / 2) return;
      while (WeftStreams.hasRoom(stream, size)) {
        const { end } = stream.stretches[stream.stretches.length - 1];
        const stretch = end < stream.blob.size && WeftStreams.open(stream, end, size);
        if (!stretch) return;
        WeftStreams.readAhead(stream, stretch, size);
      }
    },

    /** Everything of a stretch, each read after the last. */
    readAhead(stream, stretch, size) {
      let last = Promise.resolve();
      for (let at = stretch.begin; at < stretch.end; at += size) {
        const length = Math.min(size, stretch.end - at);
        last = last.then(() => WeftStreams.read(stream, stretch, length));
        last.catch(() => {});
        stretch.ahead.push(last);
      }
    },

    read: async (stream, stretch, size) => {
      const spare = stream.spare.pop();
      let buffer = spare?.byteLength >= size ? spare : new ArrayBuffer(size);
      for (let count = 0; count < size;) {
        const { value, done } = await stretch.reader.read(new Uint8Array(buffer, count, size - count));
        if (done) throw new Error('the stream ended early');
        buffer = value.buffer;
        count += value.length;
      }
      return new Uint8Array(buffer, 0, size);
    },

    /** A stream does not notice that its file changes meanwhile; a slice does. */
    isUnchanged: (blob) =>
      blob
        .slice(0, 1)
        .arrayBuffer()
        .then(
          () => true,
          () => false,
        ),
  },
});
