// What stands behind open files, as it can be posted to a worker: a blob, or a URL to be read by ranges.
addToLibrary({
  $WeftSources__postset: 'WeftSources.byId = new Map();',
  $WeftSources: {
    lastId: 0,

    add(source) {
      WeftSources.byId.set(++WeftSources.lastId, source);
      return WeftSources.lastId;
    },
  },

  weft_source_of_blob__deps: ['$WeftSources', '$WeftBlobs'],
  weft_source_of_blob: (blob) => WeftSources.add({ blob: WeftBlobs.get(blob) }),

  weft_source_of_bytes__deps: ['$WeftSources'],
  weft_source_of_bytes: (bytes, size) =>
    WeftSources.add({ blob: new Blob([HEAPU8.subarray(bytes, bytes + size)]) }),

  weft_source_release__deps: ['$WeftSources'],
  weft_source_release: (id) => WeftSources.byId.delete(id),
});
