// What the program imports, where it can be tested without the program.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { link } from './linker.mjs';

/** @type {any} */
const weft = globalThis;
link('vfs/shared/posix-error.js', 'vfs/shared/blob-stream.js');
link('vfs/errors.lib.js', 'vfs/reads.lib.js', 'vfs/blobs.lib.js', 'vfs/tabs.lib.js', 'fiber/host.lib.js');

const codes = ['EIO', 'ENOENT', 'ENOMEM', 'ECANCELED'];

beforeEach(() => {
  weft.Module = {};
  weft.HEAPU8 = new Uint8Array(100);
  weft.WeftErrors.codes = Object.fromEntries(codes.map((code) => [code, code]));
  weft.WeftBlobs.byId = new Map();
  weft.WeftReads.streams = new WeakMap();
});

/** @param {unknown} exception @returns {[code: string, detail: string]} */
function outcomeOf(exception) {
  const { error, value } = weft.WeftErrors.toOutcome(exception);
  return [error, weft.WeftErrors.details[value]];
}

test('an array that there is no room for is a lack of memory', () => {
  assert.throws(
    () => new ArrayBuffer(2 ** 53 - 1),
    (exception) => outcomeOf(exception)[0] === 'ENOMEM',
  );
});

/**
 * What a blocking read fails with, where the reads of the browser throw, or bring, one after another, `results`.
 * @param {(string | number)[]} results  names of exceptions, and counts
 */
function blockingOutcome(...results) {
  const readBlob = () => {
    const result = results.shift();
    if (typeof result === 'string') throw new DOMException('', result);
    return result;
  };
  weft.Module.weftIo = { readBlob };
  const id = weft.WeftBlobs.add({ size: 9 });
  try {
    weft.WeftBlobs.readBlocking(id, 0, 0, 5);
  } catch (exception) {
    return outcomeOf(exception);
  }
  return 'read';
}

const CHANGED = ['EIO', 'the file changed since it was added'];

test('a blocking read that fails says why as one that does not block', () => {
  assert.equal(blockingOutcome(5), 'read');
  assert.deepEqual(blockingOutcome(4), CHANGED);
  assert.deepEqual(blockingOutcome('NotFoundError'), ['ENOENT', '']);
  assert.deepEqual(blockingOutcome('NotReadableError', 'NotReadableError'), CHANGED);
  assert.deepEqual(blockingOutcome('AbortError', 'NotFoundError'), ['ENOENT', '']);
  assert.deepEqual(blockingOutcome('NotReadableError', 1), ['EIO', 'the browser could not read it']);
});

test('a request that blocks cannot tell why it fails, and does not say that it can', () => {
  const [code, words] = blockingOutcome('NetworkError');
  assert.equal(code, 'EIO');
  assert.match(words, /may be gone, or have changed/);
});

test('a tab that got no lock for its files tries again', async () => {
  let refusals = 1;
  const request = async (/** @type {string} */ _name, /** @type {() => unknown} */ hold) => {
    if (refusals-- > 0) throw new DOMException('not now', 'InvalidStateError');
    hold();
  };
  Object.defineProperty(globalThis, 'navigator', { value: { locks: { request } }, configurable: true });
  await assert.rejects(weft.WeftTabs.newPartName(), { message: 'not now' });
  assert.match(await weft.WeftTabs.newPartName(), /\.1\.weft-part$/);
  assert.match(await weft.WeftTabs.newPartName(), /\.2\.weft-part$/);
});

test('the page hears of a trap even if the program cannot say in which fiber', () => {
  const trap = new WebAssembly.RuntimeError('unreachable');
  /** @type {unknown[]} */
  const heard = [];
  weft.Module.onTrap = (/** @type {unknown} */ error) => heard.push(error);
  /** @type {string[]} */
  const said = [];
  weft.err = (/** @type {string} */ words) => said.push(words);
  weft.UTF8ToString = String;
  weft._weft_pump = () => {
    throw trap;
  };
  weft._weft_running_fiber_name = () => 'reader';
  weft._weft_running_fiber_overflowed = () => 0;
  assert.throws(() => weft.WeftHost.pump(), trap);
  weft._weft_running_fiber_overflowed = () => 1;
  assert.throws(() => weft.WeftHost.pump(), trap);
  weft._weft_running_fiber_name = () => {
    throw new WebAssembly.RuntimeError('memory access out of bounds');
  };
  assert.throws(() => weft.WeftHost.pump(), trap);
  assert.deepEqual(heard, [trap, trap, trap]);
  assert.deepEqual(said, [
    "weft: fiber 'reader' trapped: unreachable",
    "weft: fiber 'reader' overflowed its stack: unreachable",
    "weft: fiber '?' trapped: unreachable",
  ]);
});
