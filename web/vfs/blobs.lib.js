// The `File` and `Blob` objects whose bytes C++ reads, by number. The page adds them by `Module.weftBlobs.add(file)`.
addToLibrary({
  $WeftBlobs__postset: "WeftBlobs.byId = new Map(); Module['weftBlobs'] = WeftBlobs;",
  $WeftBlobs__deps: ['$WeftErrors', '$WeftReads'],
  $WeftBlobs: {
    lastId: 0,

    /**
     * Keeps `blob` until its number is released as often as it was retained, and once more. Of an empty file that is
     * reached by an entry or a handle Chromium makes a `File` with nothing behind it, which shows nothing of what becomes
     * of the file; `anew` gets another one. (In Firefox it is the same one again, which shows all.)
     */
    add(blob, anew) {
      WeftBlobs.byId.set(++WeftBlobs.lastId, { blob, uses: 1, anew });
      return WeftBlobs.lastId;
    },

    /** Throws if an empty file is not empty any more, or not there. What is found holds for the reads that block. */
    lookAnew: async (kept) => {
      kept.trouble = await kept.anew().then(
        ({ size }) => (size > 0 ? WeftReads.changed() : undefined),
        (exception) => exception,
      );
      if (kept.trouble) throw kept.trouble;
    },

    /** At everything that can be looked at anew. */
    lookAtAll: () =>
      Promise.allSettled(
        [...WeftBlobs.byId.values()].filter(({ anew }) => anew).map((kept) => WeftBlobs.lookAnew(kept)),
      ),

    read: async (ticket, id, offset, into, size) => {
      const kept = WeftBlobs.byId.get(id);
      try {
        if (size === 0 && kept.anew) await WeftBlobs.lookAnew(kept);
        WeftReads.submit(ticket, kept.blob, offset, into, size);
      } catch (exception) {
        WeftErrors.fail(ticket, exception);
      }
    },

    get(id) {
      return WeftBlobs.byId.get(id).blob;
    },

    retain(id) {
      ++WeftBlobs.byId.get(id).uses;
    },

    release(id) {
      WeftReads.drop(WeftBlobs.get(id));
      if (--WeftBlobs.byId.get(id).uses > 0) return;
      WeftBlobs.byId.delete(id);
      Module['weftIo']?.forget(id);
    },

    /** While the page's thread is blocked. Returns `size`. */
    readBlocking(id, offset, into, size) {
      const io = Module['weftIo'];
      if (!io) throw WeftErrors.make('ENOTSUP', 'this page has no way to read while its thread is blocked');
      const { trouble } = WeftBlobs.byId.get(id);
      if (size === 0 && trouble) throw trouble;
      const take = (bytes, at) => HEAPU8.set(bytes, into + at);
      let count;
      try {
        count = io.readBlob(id, WeftBlobs.get(id), offset, size, take);
      } catch (exception) {
        throw WeftBlobs.explainBlocking(io, id, exception);
      }
      if (count !== size) throw WeftReads.changed();
      return count;
    },

    /** As `WeftReads.explain` does it where nothing is blocked. */
    explainBlocking(io, id, exception) {
      if (!WeftReads.isVague(exception)) return exception;
      const blob = WeftBlobs.get(id);
      try {
        io.readBlob(id, blob, 0, Math.min(1, blob.size), () => {});
      } catch (probed) {
        return WeftReads.isVague(probed) ? WeftReads.changed() : probed;
      }
      return WeftReads.notRead();
    },

    /** How many are kept: a number that must not grow from run to run. */
    count() {
      return WeftBlobs.byId.size;
    },
  },

  weft_blob_retain__deps: ['$WeftBlobs'],
  weft_blob_retain: (id) => WeftBlobs.retain(id),

  weft_blob_release__deps: ['$WeftBlobs'],
  weft_blob_release: (id) => WeftBlobs.release(id),

  weft_blob_look_anew__deps: ['$WeftBlobs', '$WeftErrors'],
  weft_blob_look_anew(ticket) {
    WeftErrors.settle(ticket, WeftBlobs.lookAtAll, () => 0);
  },

  weft_blob_read__deps: ['$WeftBlobs'],
  weft_blob_read__sig: 'vdidpp',
  weft_blob_read: (ticket, id, offset, into, size) => void WeftBlobs.read(ticket, id, offset, into, size),

  weft_blob_read_blocking__deps: ['$WeftBlobs', '$WeftErrors'],
  weft_blob_read_blocking__sig: 'vidppp',
  weft_blob_read_blocking(id, offset, into, size, outcome) {
    WeftErrors.settleNow(outcome, () => WeftBlobs.readBlocking(id, offset, into, size));
  },
});
