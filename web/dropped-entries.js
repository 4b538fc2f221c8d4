/**
 * All files of a drop, those in folders included, with their paths in `webkitRelativePath`. The entries are taken at
 * once, as the browser forgets them when the event is over.
 * @param {DataTransfer} transfer
 * @returns {Promise<File[]>}
 */
export async function filesOf(transfer) {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const taken = items.map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  const found = await Promise.all(taken.map((entry) => (entry ? walk(entry) : [])));
  return found.flat();
}

/**
 * @param {FileSystemEntry | File} entry
 * @returns {Promise<File[]>}
 */
async function walk(entry) {
  if (entry instanceof File) return [entry];
  if (entry.isFile) return fileOf(/** @type {FileSystemFileEntry} */ (entry));
  const children = await childrenOf(/** @type {FileSystemDirectoryEntry} */ (entry));
  return (await Promise.all(children.map(walk))).flat();
}

/**
 * A file that cannot be had (deleted meanwhile, no permission) is left out; the others come.
 * @param {FileSystemFileEntry} entry
 * @returns {Promise<File[]>}
 */
function fileOf(entry) {
  return new Promise((resolve) => {
    entry.file(
      (file) => resolve([withPath(file, entry.fullPath)]),
      () => resolve([]),
    );
  });
}

/**
 * A file that came by itself has no path beyond its name.
 * @param {File} file
 * @param {string} fullPath as an entry has it, beginning with a slash
 */
function withPath(file, fullPath) {
  const path = fullPath.replace(/^\/+/, '');
  if (path.includes('/')) Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
}

/**
 * A browser hands out at most a hundred entries at a time.
 * @param {FileSystemDirectoryEntry} directory
 * @returns {Promise<FileSystemEntry[]>}
 */
async function childrenOf(directory) {
  const reader = directory.createReader();
  /** @type {FileSystemEntry[]} */
  const all = [];
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
