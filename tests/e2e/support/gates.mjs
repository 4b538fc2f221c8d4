// Gates hold back what a browser answers, so that a state that is over in a moment lasts until a test has looked at it.

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {{held: number, letGo: () => void, pass: () => Promise<void>}} Gate
 */

/**
 * Goes with every page: `weftGate(name, free)` makes a gate of that name there. Whoever awaits its `pass()` is held until it
 * is let go, but for the first `free` of them.
 */
export function installGates() {
  /** @type {Record<string, Gate>} */
  const weftGates = {};
  const weftGate = (/** @type {string} */ name, free = 0) => {
    let left = free;
    let letGo = () => {};
    /** @type {Promise<void>} */
    const opened = new Promise((resolve) => (letGo = resolve));
    const pass = async () => {
      if (left-- > 0) return;
      ++gate.held;
      await opened;
    };
    const gate = { held: 0, letGo, pass };
    weftGates[name] = gate;
    return gate;
  };
  Object.assign(globalThis, { weftGates, weftGate });
}

/** @param {Page} page @param {string} name */
export const letGo = (page, name) =>
  page.evaluate((gate) => /** @type {any} */ (globalThis).weftGates[gate].letGo(), name);

/** @param {Page} page @param {string} name @param {number} [count] */
export const untilHeld = (page, name, count = 1) =>
  page.waitForFunction(
    (gate, wanted) => /** @type {any} */ (globalThis).weftGates[gate]?.held >= wanted,
    { polling: 20 },
    name,
    count,
  );

/** To be evaluated on a new document: the gate `part` before a part of the program. @param {string} name */
export function holdPart(name) {
  const { fetch } = globalThis;
  const gate = /** @type {any} */ (globalThis).weftGate('part');
  globalThis.fetch = async (...request) => {
    if (String(request[0]).endsWith(`/${name}`)) await gate.pass();
    return fetch(...request);
  };
}

/**
 * The gate `reads`: of the small reads of files that the page's own thread starts from now on, only so many come.
 * @param {Page} page @param {number} [free]
 */
export const holdReads = (page, free) =>
  page.evaluate((count) => {
    const globals = /** @type {any} */ (globalThis);
    const isThere = 'reads' in globals.weftGates;
    globals.weftGate('reads', count);
    if (isThere) return;
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = async function () {
      await globals.weftGates.reads.pass();
      return arrayBuffer.call(this);
    };
  }, free);

/**
 * The gate `ends`: of so many files only do workers get to say that they have counted them. No worker is there yet.
 * @param {Page} page @param {number} [free]
 */
export const holdEnds = (page, free) =>
  page.evaluate((count) => {
    const globals = /** @type {any} */ (globalThis);
    const isThere = 'ends' in globals.weftGates;
    globals.weftGate('ends', count);
    if (isThere) return;
    const { set } = /** @type {{set: (listen: unknown) => void}} */ (
      Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage')
    );
    Object.defineProperty(Worker.prototype, 'onmessage', {
      set(listen) {
        set.call(this, async (/** @type {MessageEvent} */ event) => {
          if ('done' in event.data) await globals.weftGates.ends.pass();
          listen(event);
        });
      },
    });
  }, free);
