// How the tests reach their environment (environment/node.mjs, environment/browser.mjs).
addToLibrary({
  $WeftVfsTest__deps: ['$WeftErrors', '$WeftBlobs', '$WeftOpfs'],
  $WeftVfsTest: {
    setUp: async (folder) => {
      WeftVfsTest.now = Date.now;
      WeftVfsTest.locks = globalThis.navigator?.locks;
      const isNode = typeof process === 'object' && process.versions?.node;
      const base = isNode ? require('node:url').pathToFileURL(`${folder}/`) : Module['testFolderUrl'];
      const { createEnvironment } = await import(
        new URL(`environment/${isNode ? 'node' : 'browser'}.mjs`, base).href
      );
      WeftVfsTest.environment = await createEnvironment();
      Module['weftIo'] = WeftVfsTest.environment.io;
    },

    put: async (name, bytes) => {
      await fetch(`${WeftVfsTest.environment.serverUrl}/files/${name}`, {
        method: 'PUT',
        body: bytes,
      });
    },

    ask: async (path) => {
      const answer = await fetch(`${WeftVfsTest.environment.serverUrl}/${path}`);
      return Number(await answer.text());
    },

    /** The names in a folder of the browser's storage as they really are, one a line. */
    storedNames: async (path) => {
      const folder = await WeftOpfs.descend(await navigator.storage.getDirectory(), path, false);
      const names = [];
      for await (const name of folder.keys()) names.push(name);
      return names.sort().join('\n');
    },

    storeEmptyFiles: async (path, count) => {
      const folder = await WeftOpfs.descend(await navigator.storage.getDirectory(), path, true);
      const names = Array.from({ length: count }, (_, index) => String(1000 + index));
      await Promise.all(names.map((name) => folder.getFileHandle(name, { create: true })));
    },

    removeStored: async (path) => {
      const { directory, name } = WeftOpfs.split(path);
      const parent = await WeftOpfs.descend(await navigator.storage.getDirectory(), directory, true);
      await parent.removeEntry(name, { recursive: true }).catch((exception) => {
        if (exception.name !== 'NotFoundError') throw exception;
      });
    },

    /** Something happens to a file just when somebody who has seen its name looks at it, once. */
    whenLookedAt: (path, happen) => {
      const { prototype } = FileSystemFileHandle;
      const { getFile } = prototype;
      prototype.getFile = async function () {
        if (this.name === WeftOpfs.split(path).name) {
          prototype.getFile = getFile;
          await happen();
        }
        return getFile.call(this);
      };
    },

    /** As another tab does for as long as it lives. Fulfilled with how to let go. */
    holdLock: (name) =>
      new Promise((resolve) => void navigator.locks.request(name, () => new Promise((end) => resolve(end)))),

    /** What the page's code sees of locks, and what it takes for the time, until the environment is told otherwise. */
    pretendAge: (hasLocks, daysLater) => {
      const { now } = WeftVfsTest;
      Date.now = () => now() + daysLater * 86_400_000;
      const locks = hasLocks ? WeftVfsTest.locks : undefined;
      Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
    },

    /** Puts a file into the browser's storage behind the back of whoever has it mounted. */
    storeFile: async (path, bytes) => {
      const { directory, name } = WeftOpfs.split(path);
      const folder = await WeftOpfs.descend(await navigator.storage.getDirectory(), directory, true);
      const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await writable.write(bytes);
      await writable.close();
    },
  },

  weft_test_store_empty_files__deps: ['$WeftVfsTest', '$UTF8ToString'],
  weft_test_store_empty_files(ticket, pathPointer, count) {
    const path = UTF8ToString(pathPointer);
    WeftErrors.settle(ticket, () => WeftVfsTest.storeEmptyFiles(path, count));
  },

  weft_test_remove_stored__deps: ['$WeftVfsTest', '$UTF8ToString'],
  weft_test_remove_stored(ticket, pathPointer) {
    const path = UTF8ToString(pathPointer);
    WeftErrors.settle(ticket, () => WeftVfsTest.removeStored(path));
  },

  weft_test_set_up__deps: ['$WeftVfsTest', '$UTF8ToString'],
  weft_test_set_up(ticket, folder) {
    const path = UTF8ToString(folder);
    WeftErrors.settle(ticket, () => WeftVfsTest.setUp(path));
  },

  weft_test_tear_down__deps: ['$WeftVfsTest'],
  weft_test_tear_down(ticket) {
    WeftErrors.settle(ticket, () => WeftVfsTest.environment.close());
  },

  weft_test_turn_microtasks__deps: ['$WeftErrors'],
  weft_test_turn_microtasks(ticket) {
    WeftErrors.settle(ticket, async () => {});
  },

  weft_test_is_browser__deps: ['$WeftVfsTest'],
  weft_test_is_browser: () => WeftVfsTest.environment.isBrowser,

  weft_test_blocks_by_xhr: () => Module['weftIo'].kind === 'sync-xhr',

  weft_test_blob__deps: ['$WeftBlobs'],
  weft_test_blob: (bytes, size) => WeftBlobs.add(new Blob([HEAPU8.slice(bytes, bytes + size)])),

  weft_test_grown_blob__deps: ['$WeftBlobs'],
  weft_test_grown_blob: (size, realSize) =>
    WeftBlobs.add({ size, arrayBuffer: async () => new Uint8Array(realSize).fill(120).buffer }),

  weft_test_blob_count__deps: ['$WeftBlobs'],
  weft_test_blob_count: () => WeftBlobs.count(),

  weft_test_source_count__deps: ['$WeftSources'],
  weft_test_source_count: () => WeftSources.byId.size,

  weft_test_source_text__deps: ['$WeftVfsTest', '$WeftSources', '$stringToNewUTF8'],
  weft_test_source_text(ticket, id) {
    const { blob, url } = WeftSources.byId.get(id);
    WeftErrors.settle(ticket, async () =>
      stringToNewUTF8(await (blob ? blob.text() : (await fetch(url)).text())),
    );
  },

  weft_test_disk_file__deps: ['$WeftVfsTest'],
  weft_test_disk_file(ticket, bytes, size) {
    const copy = HEAPU8.slice(bytes, bytes + size);
    WeftErrors.settle(ticket, async () => {
      const file = await WeftVfsTest.environment.makeDiskFile(copy);
      return WeftBlobs.add(file, file.anew);
    });
  },

  weft_test_huge_file__deps: ['$WeftVfsTest'],
  weft_test_huge_file(ticket, size, tail, tailSize) {
    const copy = HEAPU8.slice(tail, tail + tailSize);
    WeftErrors.settle(ticket, async () =>
      WeftBlobs.add(await WeftVfsTest.environment.makeHugeFile(size, copy)),
    );
  },

  weft_test_change_file__deps: ['$WeftVfsTest'],
  weft_test_change_file(ticket, blob, bytes, size) {
    const copy = HEAPU8.slice(bytes, bytes + size);
    WeftErrors.settle(ticket, () => WeftVfsTest.environment.changeDiskFile(WeftBlobs.get(blob), copy));
  },

  weft_test_delete_file__deps: ['$WeftVfsTest'],
  weft_test_delete_file(ticket, blob) {
    WeftErrors.settle(ticket, () => WeftVfsTest.environment.deleteDiskFile(WeftBlobs.get(blob)));
  },

  weft_test_server_url__deps: ['$WeftVfsTest', '$stringToNewUTF8'],
  weft_test_server_url: () => stringToNewUTF8(WeftVfsTest.environment.serverUrl),

  weft_test_serve__deps: ['$WeftVfsTest', '$UTF8ToString'],
  weft_test_serve(ticket, namePointer, bytes, size) {
    const name = UTF8ToString(namePointer);
    const copy = HEAPU8.slice(bytes, bytes + size);
    WeftErrors.settle(ticket, () => WeftVfsTest.put(name, copy));
  },

  weft_test_asked_for__deps: ['$WeftVfsTest', '$UTF8ToString'],
  weft_test_asked_for(ticket, namePointer) {
    const path = `asked/${UTF8ToString(namePointer)}`;
    WeftErrors.settle(ticket, () => WeftVfsTest.ask(path));
  },

  weft_test_hung_up__deps: ['$WeftVfsTest'],
  weft_test_hung_up(ticket) {
    WeftErrors.settle(ticket, () => WeftVfsTest.ask('hung-up'));
  },

  weft_test_stored_names__deps: ['$WeftVfsTest', '$stringToNewUTF8', '$UTF8ToString'],
  weft_test_stored_names(ticket, pathPointer) {
    const path = UTF8ToString(pathPointer);
    WeftErrors.settle(ticket, async () => stringToNewUTF8(await WeftVfsTest.storedNames(path)));
  },

  weft_test_vanish_when_looked_at__deps: ['$WeftVfsTest', '$UTF8ToString'],
  weft_test_vanish_when_looked_at(pathPointer) {
    const path = UTF8ToString(pathPointer);
    WeftVfsTest.whenLookedAt(path, () => WeftVfsTest.removeStored(path));
  },

  weft_test_fail_when_looked_at__deps: ['$WeftVfsTest', '$UTF8ToString'],
  weft_test_fail_when_looked_at(pathPointer) {
    WeftVfsTest.whenLookedAt(UTF8ToString(pathPointer), () => {
      throw new DOMException('', 'NotReadableError');
    });
  },

  weft_test_hold_lock__deps: ['$WeftVfsTest', '$UTF8ToString'],
  weft_test_hold_lock(ticket, namePointer) {
    const name = UTF8ToString(namePointer);
    WeftErrors.settle(ticket, async () => void (WeftVfsTest.letGo = await WeftVfsTest.holdLock(name)));
  },

  weft_test_let_go__deps: ['$WeftVfsTest'],
  weft_test_let_go: () => WeftVfsTest.letGo(),

  weft_test_pretend__deps: ['$WeftVfsTest'],
  weft_test_pretend: (hasLocks, daysLater) => WeftVfsTest.pretendAge(hasLocks, daysLater),

  weft_test_store_file__deps: ['$WeftVfsTest', '$UTF8ToString'],
  weft_test_store_file(ticket, pathPointer, bytes, size) {
    const path = UTF8ToString(pathPointer);
    const copy = HEAPU8.slice(bytes, bytes + size);
    WeftErrors.settle(ticket, () => WeftVfsTest.storeFile(path, copy));
  },
});
