// The worker that reads while the page is blocked, in a browser like Firefox: with FileReaderSync, and without streams.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeFile, beFirefox } from './fake_files.mjs';

/** What was read of the disk, in bytes, in order. @type {number[]} */
const reads = [];

beFirefox();
Object.assign(globalThis, {
  importScripts: () => {},
  FileReaderSync: class {
    /** @param {import('./fake_files.mjs').FakeBlob} blob */
    readAsArrayBuffer({ bytes }) {
      reads.push(bytes.length);
      return new Uint8Array(bytes).buffer;
    }

    /** @param {import('./fake_files.mjs').FakeBlob} blob */
    readAsBinaryString({ bytes }) {
      return Buffer.from(bytes).toString('latin1');
    }
  },
});

/** @type {(event: {data: unknown}) => void} */
let receive = () => {};
const isReady = new Promise((resolve) => {
  Object.assign(globalThis, {
    addEventListener: (/** @type {string} */ _type, /** @type {typeof receive} */ listener) =>
      (receive = listener),
    postMessage: resolve,
  });
});
// The name is no module's to the type checker: it exports nothing.
await import(String(new URL('../../../web/vfs/io-worker.js', import.meta.url)));
await isReady;

let turn = 0;

/** @param {number} id @param {number} offset @param {number} size @returns {Promise<any>} text, or the error */
async function read(id, offset, size) {
  const buffer = new SharedArrayBuffer(12 + 1000);
  const header = new Int32Array(buffer, 0, 3);
  receive({ data: { read: id, turn: ++turn, offset, size, buffer } });
  while (Atomics.load(header, 0) !== turn) await new Promise(setImmediate);
  const text = Buffer.from(buffer, 12, header[2]).toString();
  return header[1] ? JSON.parse(text) : text;
}

/** @param {number} id @param {string} text */
function open(id, text) {
  const file = new FakeFile(text);
  receive({ data: { open: id, source: { blob: file } } });
  return file;
}

const MARK_BYTES = 16;

test('reads a file once, and hands out its parts', async () => {
  open(1, 'one two three');
  reads.length = 0;
  assert.deepEqual(
    [await read(1, 0, 4), await read(1, 4, 4), await read(1, 8, 5)],
    ['one ', 'two ', 'three'],
  );
  assert.deepEqual(reads, [13 + MARK_BYTES]);
});

test('keeps no file that was left half-read when the next is begun', async () => {
  open(1, 'one two three');
  open(2, 'four five');
  await read(1, 0, 4);
  await read(2, 0, 5);
  reads.length = 0;
  assert.equal(await read(1, 4, 4), 'two ');
  assert.deepEqual(reads, [4], 'it is read from the disk again');
  assert.equal(await read(2, 5, 4), 'five');
  assert.equal(await read(1, 8, 5), 'three');
  assert.deepEqual(reads, [4, 5, 13 + MARK_BYTES], 'and looked at as a whole at its end');
});

test('says that a file has changed in the words of all other reads', async () => {
  const file = open(1, 'one two');
  file.replace('one two three');
  const { message, weftCode } = await read(1, 0, 4);
  assert.deepEqual([weftCode, message], ['EIO', 'the file changed since it was added']);
  const empty = open(2, '');
  empty.replace('x');
  assert.equal((await read(2, 0, 0)).weftCode, 'EIO');
});
