// What specs about saved results share.

/**
 * @typedef {import('puppeteer-core').Page} Page
 */

/** What the storage holds under that name, by the browser's own calls. @param {Page} page @param {string} name */
export const stored = (page, name) =>
  page.evaluate(async (wanted) => {
    const root = await navigator.storage.getDirectory();
    const data = await (await root.getDirectoryHandle('weft')).getDirectoryHandle('data');
    const file = await (await data.getFileHandle(wanted)).getFile();
    return file.text();
  }, name);

/** The names in the storage. @param {Page} page */
export const storedNames = (page) =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const data = await (await root.getDirectoryHandle('weft')).getDirectoryHandle('data');
    /** @type {string[]} */
    const names = [];
    for await (const [name] of data.entries()) names.push(name);
    return names;
  });

/** Half-written files. @param {Page} page */
export const partsLeft = async (page) =>
  (await storedNames(page)).filter((name) => name.endsWith('.weft-part'));

/** @param {Page} page */
export const diagnose = (page) =>
  page.evaluate(() => {
    const { activity, liveFibers, openFiles, pendingOperations } = globalThis.weft.diagnostics();
    return { activity, liveFibers, openFiles, pendingOperations };
  });

/** @param {import('./suite.mjs').Visit} visit @param {string} title */
export async function chooseFormat({ weft }, title) {
  if (!(await weft.find(title, { role: 'radio' }))) await weft.click('Save results', 'button');
  await weft.click(title, 'radio');
  await weft.see(title, { role: 'radio', checked: true });
}

/** From now on the browser's writes wait for `letWritesGo`. @param {Page} page */
export const holdWrites = (page) =>
  page.evaluate(() => {
    const globals = /** @type {any} */ (globalThis);
    const { prototype } = FileSystemWritableFileStream;
    const write = prototype.write;
    globals.writesHeld = 0;
    const gate = new Promise((resolve) => (globals.letWritesGo = resolve));
    prototype.write = async function (data) {
      globals.writesHeld++;
      await gate;
      prototype.write = write;
      return write.call(this, data);
    };
  });

/** From now on the browser takes half of what it is to write, and has no room for the rest. @param {Page} page */
export const failWrites = (page) =>
  page.evaluate(() => {
    const { prototype } = FileSystemWritableFileStream;
    const write = prototype.write;
    prototype.write = async function (data) {
      const bytes = /** @type {Uint8Array} */ (data);
      await write.call(this, bytes.slice(0, bytes.length / 2));
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
