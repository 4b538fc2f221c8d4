// The browser's own storage, for src/vfs/opfs_backend.cpp. A file is written beside its place, under a name that nobody
// sees, and moved there when it is whole. Other tabs do the same at the same time (tabs.lib.js).
addToLibrary({
  $WeftOpfs__deps: [
    '$WeftErrors',
    '$WeftBlobs',
    '$WeftTabs',
    '$stringToNewUTF8',
    'free',
    'weft_is_pending',
    'weft_complete',
  ],
  $WeftOpfs__postset: 'WeftOpfs.roots = new Map(); WeftOpfs.writers = new Map();',
  $WeftOpfs: {
    lastId: 0,

    isGone: (exception) => exception.name === 'NotFoundError',

    /** Calls `call(pointer)` with `text` in the module's memory. */
    withText(text, call) {
      const pointer = stringToNewUTF8(text);
      const result = call(pointer);
      _free(pointer);
      return result;
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

    /**
     * Everything below `directory`, each file with the `File` as it is now, or without one if it cannot be read. What
     * vanishes meanwhile, by another tab, was not there.
     */
    enumerate: async (directory, prefix, found) => {
      const work = [];
      const parts = [];
      for await (const [name, handle] of directory.entries()) {
        const path = prefix + name;
        if (handle.kind === 'directory') {
          found.push({ path, isDirectory: true });
          work.push(WeftOpfs.enumerate(handle, `${path}/`, found).catch(WeftOpfs.throwUnlessGone));
        } else if (WeftTabs.isPart(name)) {
          parts.push(name);
        } else {
          work.push(WeftOpfs.look(path, handle).then((entry) => entry && found.push(entry)));
        }
      }
      await Promise.all(work);
      await WeftTabs.sweep(directory, parts);
    },

    throwUnlessGone(exception) {
      if (!WeftOpfs.isGone(exception)) throw exception;
    },

    /** A file as it is now; nothing if it is gone. */
    look: async (path, handle) => {
      try {
        return { path, file: await (await handle).getFile() };
      } catch (exception) {
        return WeftOpfs.isGone(exception) ? undefined : { path };
      }
    },

    /** Tells the backend what is there now, in place of what it knew before, but for what it wrote meanwhile. */
    list: async (ticket, root, backend) => {
      const lastBefore = WeftBlobs.lastId;
      const found = [];
      await WeftOpfs.enumerate(WeftOpfs.roots.get(root), '', found);
      if (!_weft_is_pending(ticket)) return;
      _weft_opfs_forget(backend, lastBefore);
      const isKnown = ({ path }) => WeftOpfs.withText(path, (pointer) => _weft_opfs_knows(backend, pointer));
      for (const entry of found) if (!isKnown(entry)) WeftOpfs.report(backend, entry);
    },

    /** A file without a `File` is there, but cannot be read. */
    report(backend, { path, file, isDirectory }) {
      WeftOpfs.withText(path, (pointer) => {
        if (isDirectory) {
          _weft_opfs_saw_directory(backend, pointer);
        } else {
          _weft_opfs_saw_file(backend, pointer, file?.size ?? 0, file ? WeftBlobs.add(file) : 0);
        }
      });
    },

    reportLost(backend, path) {
      WeftOpfs.withText(path, (pointer) => _weft_opfs_lost(backend, pointer));
    },

    open: async (ticket, root, path, backend) => {
      const { directory, name } = WeftOpfs.split(path);
      try {
        const parent = await WeftOpfs.descend(WeftOpfs.roots.get(root), directory, false);
        const file = await (await WeftOpfs.named(parent.getFileHandle(name))).getFile();
        if (!_weft_is_pending(ticket)) return;
        WeftOpfs.report(backend, { path, file });
        WeftOpfs.withText(path, (pointer) => _weft_opfs_opened(backend, pointer, ticket));
      } catch (exception) {
        if (WeftOpfs.isGone(exception) && _weft_is_pending(ticket)) WeftOpfs.reportLost(backend, path);
        throw exception;
      }
    },

    create: async (ticket, root, path) => {
      const { directory, name } = WeftOpfs.split(path);
      const parent = await WeftOpfs.descend(WeftOpfs.roots.get(root), directory, true);
      await WeftOpfs.checkPlace(parent, name);
      const partName = await WeftTabs.newPartName();
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
      const { path, parent, name, part } = writer;
      try {
        await writer.writable.close();
        await WeftTabs.alone(path, () => part.move(name));
      } catch (exception) {
        await WeftOpfs.discard(writer);
        throw exception;
      }
      const entry = await WeftOpfs.look(path, parent.getFileHandle(name));
      if (entry) WeftOpfs.report(backend, entry);
      else WeftOpfs.reportLost(backend, path);
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
      try {
        await WeftTabs.alone(path, () => WeftOpfs.named(parent.removeEntry(name)));
      } catch (exception) {
        if (exception.name === 'InvalidModificationError')
          throw WeftErrors.make('EISDIR', 'the folder is not empty');
        if (WeftOpfs.isGone(exception) && _weft_is_pending(ticket)) WeftOpfs.reportLost(backend, path);
        throw exception;
      }
      if (_weft_is_pending(ticket)) WeftOpfs.reportLost(backend, path);
    },
  },

  weft_opfs_mount__deps: ['$WeftOpfs', '$UTF8ToString'],
  weft_opfs_mount__sig: 'vdp',
  weft_opfs_mount(ticket, directory) {
    const path = UTF8ToString(directory);
    WeftErrors.settle(ticket, () => WeftOpfs.mount(path));
  },

  weft_opfs_list__deps: [
    '$WeftOpfs',
    'weft_opfs_saw_file',
    'weft_opfs_saw_directory',
    'weft_opfs_forget',
    'weft_opfs_knows',
  ],
  weft_opfs_list__sig: 'vdip',
  weft_opfs_list(ticket, root, backend) {
    WeftErrors.settle(ticket, () => WeftOpfs.list(ticket, root, backend));
  },

  weft_opfs_unmount__deps: ['$WeftOpfs'],
  weft_opfs_unmount: (root) => WeftOpfs.roots.delete(root),

  weft_opfs_open__deps: ['$WeftOpfs', '$UTF8ToString', 'weft_opfs_opened', 'weft_opfs_lost'],
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

  weft_opfs_commit__deps: ['$WeftOpfs', 'weft_opfs_saw_file', 'weft_opfs_lost'],
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
