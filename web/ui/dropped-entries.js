/**
 * `anew`: the file as it is now, of an empty one that is in a folder.
 * @typedef {File & {anew?: () => Promise<File>}} DroppedFile
 * What was dropped and cannot be added, and why.
 * @typedef {{name: string, reason: string}} LeftOut
 * @typedef {{files: File[], leftOut: LeftOut[]}} Found
 */

const NO_FILES = 'no files in it';
const NO_LINK = 'neither a file nor a link to one';
const SOMETHING = 'something';
const NOT_UTF8 = 'its name is not UTF-8';
const NOT_READ = 'the browser cannot read it';
const NOT_WHOLLY_READ = 'the browser cannot read all of it';

/**
 * All that is in a drop: the files, those in folders included, with their paths in `webkitRelativePath`; the http and
 * https links; and what can be neither. The entries are taken at once, as the browser forgets them when the event is
 * over. Of links in folders nobody hears: browsers pass them over.
 * @param {DataTransfer} transfer
 * @returns {Promise<import('./drop-zone.js').Drop>}
 */
export async function dropOf(transfer) {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  if (items.length === 0) return linksOf(transfer);
  const taken = items.map((item) => {
    const file = item.getAsFile();
    return { entry: item.webkitGetAsEntry?.() ?? file, file };
  });
  const { files, leftOut } = merged(await Promise.all(taken.map(({ entry, file }) => walk(entry, file))));
  return { files, urls: [], leftOut };
}

/** @param {DataTransfer} transfer @returns {import('./drop-zone.js').Drop} */
function linksOf(transfer) {
  const list = linesOf(transfer.getData('text/uri-list')).filter((line) => !line.startsWith('#'));
  const lines = list.length > 0 ? list : linesOf(transfer.getData('text/plain'));
  const urls = lines.filter(isWebLink);
  const others = lines.length > 0 ? lines.filter((line) => !isWebLink(line)) : [SOMETHING];
  return { files: [], urls, leftOut: others.map((name) => ({ name: shortened(name), reason: NO_LINK })) };
}

/** @param {string} text */
const linesOf = (text) => text.split(/[\r\n]+/).filter((line) => line.trim() !== '');

/** @param {string} text */
function isWebLink(text) {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}

/** @param {string} text */
export const shortened = (text) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** @param {Found[]} parts @returns {Found} */
const merged = (parts) => ({
  files: parts.flatMap(({ files }) => files),
  leftOut: parts.flatMap(({ leftOut }) => leftOut),
});

/** @param {string} name @param {string} reason @returns {Found} */
const without = (name, reason) => ({ files: [], leftOut: [{ name, reason }] });

/** @param {FileSystemEntry | File | null} entry @param {File | null} [file]  what came by itself @returns {Promise<Found>} */
async function walk(entry, file = null) {
  if (!entry) return without(SOMETHING, NOT_READ);
  if (entry instanceof File) return probe(entry);
  const name = entry.fullPath.replace(/^\/+|\/+$/g, '');
  // Chromium's word for a name that it cannot spell. What has that name would be the folder that it is in, once more.
  if (entry.name === '') return without(`something in ${name}`, NOT_UTF8);
  try {
    if (entry.isFile) return { files: [await fileOf(entry, name, file)], leftOut: [] };
    return await walkFolder(entry, name);
  } catch {
    return without(name, NOT_READ);
  }
}

/** @param {FileSystemEntry} entry @param {string} name @returns {Promise<Found>} */
async function walkFolder(entry, name) {
  const { children, isWhole } = await childrenOf(/** @type {FileSystemDirectoryEntry} */ (entry));
  if (isWhole && children.length === 0) return without(name, NO_FILES);
  const found = await Promise.all(children.map((child) => walk(child)));
  return merged(
    isWhole ? found : [...found, without(name, children.length > 0 ? NOT_WHOLLY_READ : NOT_READ)],
  );
}

/** What has no entry may be a link that leads nowhere. @param {File} file @returns {Promise<Found>} */
async function probe(file) {
  try {
    await file.slice(0, 1).arrayBuffer();
    return { files: [file], leftOut: [] };
  } catch {
    return without(file.name, NOT_READ);
  }
}

/**
 * A file that came by itself has no path beyond its name. Of an empty one Chromium's entry makes a `File` with nothing
 * behind it, which never shows that the file has gone or grown; the one that came does, and so does the entry if it is
 * asked again.
 * @param {FileSystemEntry} entry
 * @param {string} path
 * @param {File | null} itself
 * @returns {Promise<DroppedFile>}
 */
async function fileOf(entry, path, itself) {
  const file = await fileNow(entry);
  if (file.size === 0 && itself) return itself;
  if (file.size === 0) Object.defineProperty(file, 'anew', { value: () => fileNow(entry) });
  if (path.includes('/')) Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
}

/** @param {FileSystemEntry} entry @returns {Promise<File>} */
const fileNow = (entry) =>
  new Promise((resolve, reject) => {
    /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject);
  });

/**
 * A browser hands out at most a hundred entries at a time.
 * @param {FileSystemDirectoryEntry} directory
 * @returns {Promise<{children: FileSystemEntry[], isWhole: boolean}>}
 */
async function childrenOf(directory) {
  const reader = directory.createReader();
  /** @type {FileSystemEntry[]} */
  const children = [];
  for (;;) {
    /** @type {FileSystemEntry[] | null} */
    const some = await new Promise((resolve) => reader.readEntries(resolve, () => resolve(null)));
    if (!some?.length) return { children, isWhole: some !== null };
    children.push(...some);
  }
}
