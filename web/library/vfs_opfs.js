// The browser's own storage, for src/vfs/opfs_backend.cpp. A file is written beside its place, under a name that nobody
// sees, and moved there when it is whole.
addToLibrary({
  $WeftOpfs__deps: [
    '$WeftErrors',
    '$WeftBlobs',
    '$stringToNewUTF8',
    'free',
    'weft_is_pending',
    'weft_complete',
  ],
  $WeftOpfs__postset: 'WeftOpfs.roots = new Map(); WeftOpfs.writers = new Map();',
  $WeftOpfs: {
    lastId: 0,
    partSuffix: '.weft-part',

    /** Calls `call(pointer)` with `text` in the module's memory. */
    withText(text, call) {
      const pointer = stringToNewUTF8(text);
      call(pointer);
      _free(pointer);
    },

    split(path) {
      const slash = path.lastIndexOf('/');
      return { directory: path.slice(0, Math.max(slash, 0)), name: path.slice(slash + 1) };
    },

    descend: async (directory, path, create) => {
      for (const name of path.split('/').filter(Boolean)) {
        directory = await WeftOpfs.named(directory.getDirectoryHandle(name, { create }));
      }
      return directory;
    },

    /** What a call that takes a name resolves to. Browsers allow fewer names than a file system does. */
    named: async (call) => {
      try {
        return await call;
      } catch (exception) {
        if (exception.name !== 'TypeError') throw exception;
        throw WeftErrors.make('EINVAL', 'the browser does not allow that name');
      }
    },

    mount: async (path) => {
      if (!globalThis.navigator?.storage?.getDirectory) {
        throw WeftErrors.make('ENOTSUP', 'this browser has no storage of its own for files');
      }
      if (!FileSystemFileHandle.prototype.createWritable || !FileSystemFileHandle.prototype.move) {
        throw WeftErrors.make('ENOTSUP', 'this browser cannot write to its storage from a page');
      }
      const storage = await navigator.storage.getDirectory();
      WeftOpfs.roots.set(++WeftOpfs.lastId, await WeftOpfs.descend(storage, path, true));
      return WeftOpfs.lastId;
    },

    /** Everything below `directory`, each with the `File` as it is now. What an earlier visit left half-written is removed. */
    enumerate: async (directory, prefix, found) => {
      const work = [];
      for await (const [name, handle] of directory.entries()) {
        const path = prefix + name;
        if (handle.kind === 'directory') {
          found.push({ path });
          work.push(WeftOpfs.enumerate(handle, `${path}/`, found));
        } else if (name.endsWith(WeftOpfs.partSuffix)) {
          work.push(directory.removeEntry(name).catch(() => {}));
        } else {
          work.push(handle.getFile().then((file) => found.push({ path, file })));
        }
      }
      await Promise.all(work);
    },

    report(backend, { path, file }) {
      WeftOpfs.withText(path, (pointer) => {
        if (file) {
          _weft_opfs_saw_file(backend, pointer, file.size, WeftBlobs.add(file));
        } else {
          _weft_opfs_saw_directory(backend, pointer);
        }
      });
    },

    open: async (ticket, root, path, backend) => {
      const { directory, name } = WeftOpfs.split(path);
      const parent = await WeftOpfs.descend(WeftOpfs.roots.get(root), directory, false);
      const file = await (await WeftOpfs.named(parent.getFileHandle(name))).getFile();
      if (!_weft_is_pending(ticket)) return;
      WeftOpfs.report(backend, { path, file });
      WeftOpfs.withText(path, (pointer) => _weft_opfs_opened(backend, pointer, ticket));
    },

    create: async (ticket, root, path) => {
      const { directory, name } = WeftOpfs.split(path);
      const parent = await WeftOpfs.descend(WeftOpfs.roots.get(root), directory, true);
      await WeftOpfs.checkPlace(parent, name);
      const partName = crypto.randomUUID() + WeftOpfs.partSuffix;
      const part = await parent.getFileHandle(partName, { create: true });
      const writer = { parent, name, path, part, partName, writable: await part.createWritable() };
      if (!_weft_is_pending(ticket)) return WeftOpfs.discard(writer);
      WeftOpfs.writers.set(++WeftOpfs.lastId, writer);
      return WeftOpfs.lastId;
    },

    /** Fails now if `name` cannot be a file there, rather than after everything is written. */
    checkPlace: async (parent, name) => {
      try {
        await WeftOpfs.named(parent.getFileHandle(name));
      } catch (exception) {
        if (exception.name !== 'NotFoundError') throw exception;
      }
    },

    commit: async (id, backend) => {
      const writer = WeftOpfs.takeWriter(id);
      try {
        await writer.writable.close();
        await writer.part.move(writer.name);
      } catch (exception) {
        await WeftOpfs.discard(writer);
        throw exception;
      }
      const file = await (await writer.parent.getFileHandle(writer.name)).getFile();
      WeftOpfs.report(backend, { path: writer.path, file });
    },

    discard: async ({ parent, partName, writable }) => {
      // A write that is still on its way fails with this.
      await writable.abort(WeftErrors.make('ECANCELED')).catch(() => {});
      await parent.removeEntry(partName).catch(() => {});
    },

    takeWriter(id) {
      const writer = WeftOpfs.writers.get(id);
      WeftOpfs.writers.delete(id);
      return writer;
    },

    remove: async (ticket, root, path, backend) => {
      const { directory, name } = WeftOpfs.split(path);
      const parent = await WeftOpfs.descend(WeftOpfs.roots.get(root), directory, false);
      await WeftOpfs.named(parent.removeEntry(name)).catch((exception) => {
        if (exception.name !== 'InvalidModificationError') throw exception;
        throw WeftErrors.make('EISDIR', 'the folder is not empty');
      });
      if (_weft_is_pending(ticket)) WeftOpfs.withText(path, (pointer) => _weft_opfs_lost(backend, pointer));
    },
  },

  weft_opfs_mount__deps: ['$WeftOpfs', '$UTF8ToString'],
  weft_opfs_mount__sig: 'vdp',
  weft_opfs_mount(ticket, directory) {
    const path = UTF8ToString(directory);
    WeftErrors.settle(ticket, () => WeftOpfs.mount(path));
  },

  weft_opfs_enumerate__deps: ['$WeftOpfs', 'weft_opfs_saw_file', 'weft_opfs_saw_directory'],
  weft_opfs_enumerate__sig: 'vdip',
  weft_opfs_enumerate(ticket, root, backend) {
    WeftErrors.settle(ticket, async () => {
      const found = [];
      await WeftOpfs.enumerate(WeftOpfs.roots.get(root), '', found);
      if (!_weft_is_pending(ticket)) return;
      for (const entry of found) WeftOpfs.report(backend, entry);
    });
  },

  weft_opfs_unmount__deps: ['$WeftOpfs'],
  weft_opfs_unmount: (root) => WeftOpfs.roots.delete(root),

  weft_opfs_open__deps: ['$WeftOpfs', '$UTF8ToString', 'weft_opfs_opened'],
  weft_opfs_open__sig: 'vdipp',
  weft_opfs_open(ticket, root, path, backend) {
    WeftOpfs.open(ticket, root, UTF8ToString(path), backend).catch((exception) =>
      WeftErrors.fail(ticket, exception),
    );
  },

  weft_opfs_create__deps: ['$WeftOpfs', '$UTF8ToString'],
  weft_opfs_create__sig: 'vdip',
  weft_opfs_create(ticket, root, pathPointer) {
    const path = UTF8ToString(pathPointer);
    WeftErrors.settle(ticket, () => WeftOpfs.create(ticket, root, path));
  },

  weft_opfs_write__deps: ['$WeftOpfs'],
  weft_opfs_write__sig: 'vdipp',
  weft_opfs_write(ticket, writer, from, size) {
    const bytes = HEAPU8.slice(from, from + size);
    WeftErrors.settle(ticket, () => WeftOpfs.writers.get(writer).writable.write(bytes));
  },

  weft_opfs_commit__deps: ['$WeftOpfs'],
  weft_opfs_commit__sig: 'vdip',
  weft_opfs_commit(ticket, writer, backend) {
    WeftErrors.settle(ticket, () => WeftOpfs.commit(writer, backend));
  },

  weft_opfs_discard__deps: ['$WeftOpfs'],
  weft_opfs_discard(ticket, writer) {
    WeftErrors.settle(ticket, () => WeftOpfs.discard(WeftOpfs.takeWriter(writer)));
  },

  weft_opfs_remove__deps: ['$WeftOpfs', '$UTF8ToString', 'weft_opfs_lost'],
  weft_opfs_remove__sig: 'vdipp',
  weft_opfs_remove(ticket, root, pathPointer, backend) {
    const path = UTF8ToString(pathPointer);
    WeftErrors.settle(ticket, () => WeftOpfs.remove(ticket, root, path, backend));
  },
});
