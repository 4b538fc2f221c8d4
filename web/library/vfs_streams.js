// Reads that follow one another through a large blob come from one stream of it. A browser takes about a millisecond to
// prepare each slice; a stream is prepared once, and its bytes go straight to where they belong as they arrive.
addToLibrary({
  $WeftStreams__deps: ['weft_is_pending', 'weft_complete'],
  $WeftStreams__postset: 'WeftStreams.byBlob = new Map();',
  $WeftStreams: {
    bufferBytes: 1024 * 1024,

    /** The stream that stands where the read begins; a new one at the beginning of a blob. Undefined: read a slice. */
    at(blob, offset) {
      const found = WeftStreams.byBlob.get(blob);
      if (found?.isBusy) return undefined;
      if (found?.position === offset) return found;
      return offset === 0 ? WeftStreams.open(blob) : undefined;
    },

    open(blob) {
      WeftStreams.drop(blob);
      try {
        const reader = blob.stream().getReader({ mode: 'byob' });
        const buffer = new ArrayBuffer(Math.min(WeftStreams.bufferBytes, blob.size));
        const stream = { reader, buffer, position: 0, isBusy: false };
        WeftStreams.byBlob.set(blob, stream);
        return stream;
      } catch {
        // Streams of this browser's blobs do not fill buffers of others.
        return undefined;
      }
    },

    drop(blob) {
      const stream = WeftStreams.byBlob.get(blob);
      if (!stream) return;
      WeftStreams.byBlob.delete(blob);
      stream.reader.cancel().catch(() => {});
    },

    /** How many bytes came before the stream ended or failed, or nobody wanted more. */
    fill: async (stream, { ticket, into, size }) => {
      let count = 0;
      while (count < size) {
        const room = Math.min(stream.buffer.byteLength, size - count);
        const { value, done } = await stream.reader.read(new Uint8Array(stream.buffer, 0, room));
        if (done || !_weft_is_pending(ticket)) break;
        HEAPU8.set(value, into + count);
        stream.buffer = value.buffer;
        count += value.length;
      }
      return count;
    },

    /** True if the read is complete, or nobody waits for it any more; else a slice will show what is wrong. */
    read: async (stream, read) => {
      stream.isBusy = true;
      const count = await WeftStreams.fill(stream, read).catch(() => 0);
      stream.isBusy = false;
      stream.position += count;
      const hasMore = count === read.size && stream.position < read.blob.size;
      if (!hasMore && WeftStreams.byBlob.get(read.blob) === stream) WeftStreams.drop(read.blob);
      const isWhole = count === read.size && (hasMore || (await WeftStreams.isUnchanged(read.blob)));
      if (!_weft_is_pending(read.ticket)) return true;
      if (isWhole) _weft_complete(read.ticket, 0, count);
      return isWhole;
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
