// Large blobs that are read by several streams at once, under Node.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { seededRandom } from '../../bench/data/random.mjs';
import { BlobStream, limits, readPart, running } from '../../../web/vfs/shared/blob-stream.js';

const KIB = 1024;

const bytesOf = (/** @type {number} */ count) => {
  const random = seededRandom(count);
  return Uint8Array.from({ length: count }, () => Math.floor(random() * 256));
};

/** @param {BlobStream} stream @param {number} total @param {number} size */
async function readAll(stream, total, size) {
  const parts = [];
  for (let offset = 0; offset < total; offset += size) {
    const part = await stream.take(offset, Math.min(size, total - offset));
    assert.ok(part, `nothing at ${offset}`);
    parts.push(part.slice());
  }
  return Buffer.concat(parts);
}

/** @param {object} browser  what it says that it is */
const be = (browser) =>
  Object.defineProperty(globalThis, 'navigator', { value: browser, configurable: true });

beforeEach(() => {
  Object.assign(limits, { largeBlob: 1024 * KIB, stretchBytes: 256 * KIB });
  be({ userAgentData: {} });
});

afterEach(() => assert.equal(running.size, 0, 'streams are left open'));

for (const size of [65, 128, 100, 256, 300].map((kib) => kib * KIB + (kib % 2))) {
  test(`hands out every byte in its place, in reads of ${size}`, async () => {
    const bytes = bytesOf(3000 * KIB + 77);
    assert.ok((await readAll(new BlobStream(new Blob([bytes])), bytes.length, size)).equals(bytes));
  });
}

test('runs ahead with no more streams than it may, and not before half a stretch has been read', async () => {
  const bytes = bytesOf(4000 * KIB);
  const stream = new BlobStream(new Blob([bytes]));
  await stream.take(0, 128 * KIB);
  assert.equal(running.size, 1);
  await stream.take(128 * KIB, 128 * KIB);
  assert.equal(running.size, limits.stretchesAtOnce - 1, 'the first stretch has ended');
  stream.close();
});

test('two that are read in turns share the streams, and each gets its own bytes', async () => {
  const [one, other] = [bytesOf(2000 * KIB), bytesOf(1500 * KIB)];
  const read = await Promise.all(
    [one, other].map((bytes) => readAll(new BlobStream(new Blob([bytes])), bytes.length, 100 * KIB)),
  );
  assert.ok(read[0].equals(one) && read[1].equals(other));
});

test('gives up what it has read ahead when it begins anew', async () => {
  const bytes = bytesOf(2000 * KIB);
  const stream = new BlobStream(new Blob([bytes]));
  for (let offset = 0; offset < 600 * KIB; offset += 100 * KIB) await stream.take(offset, 100 * KIB);
  assert.ok((await readAll(stream, bytes.length, 128 * KIB)).equals(bytes));
});

test('opens no other stretch when it is closed during the last read of one', async () => {
  const stream = new BlobStream(new Blob([bytesOf(2000 * KIB)]));
  for (let offset = 0; offset < 384 * KIB; offset += 128 * KIB) await stream.take(offset, 128 * KIB);
  const last = stream.take(384 * KIB, 128 * KIB);
  stream.close();
  await last;
});

test('leaves a read elsewhere to others', async () => {
  const stream = new BlobStream(new Blob([bytesOf(2000 * KIB)]));
  await stream.take(0, 100 * KIB);
  assert.equal(await stream.take(300 * KIB, 100 * KIB), undefined);
  assert.ok(await stream.take(100 * KIB, 100 * KIB));
  stream.close();
});

/** A file of a browser that shows in a read of the whole alone, by a stream, that there is another `now` than there was. */
class FileOfFirefox extends Blob {
  /** @param {Uint8Array[]} was @param {Uint8Array[]} now @param {boolean} fillsBuffers */
  constructor(was, now, fillsBuffers) {
    super(/** @type {any} */ (was));
    this.now = now;
    this.fillsBuffers = fillsBuffers;
  }

  /** @returns {any} */
  stream() {
    const whole = new Blob(/** @type {any} */ (this.now)).stream();
    if (this.fillsBuffers) return whole;
    const getReader = (/** @type {any} */ options) => {
      if (options) throw new TypeError('no such reader');
      return whole.getReader();
    };
    return { getReader };
  }
}

for (const fillsBuffers of [true, false]) {
  const words = fillsBuffers ? '' : ', where streams fill no buffers of others';
  test(`the last part shows whether the file has another length${words}`, async () => {
    be({});
    const was = bytesOf(600 * KIB);
    const read = (/** @type {Uint8Array[]} */ now) =>
      readPart(new FileOfFirefox([was], now, fillsBuffers), 500 * KIB, 100 * KIB);
    assert.ok(Buffer.from(await read([was])).equals(was.subarray(500 * KIB)));
    for (const other of [[was, Uint8Array.of(0)], [was, was], [was.subarray(0, 599 * KIB)]]) {
      await assert.rejects(read(other), { weftCode: 'EIO', message: 'the file changed since it was added' });
    }
  });
}

test('keeps no buffers of a file that has been read, or is left', async () => {
  const bytes = bytesOf(600 * KIB);
  const stream = new BlobStream(new Blob([bytes]));
  for (let at = 0; at < bytes.length; at += 100 * KIB) await stream.take(at, 100 * KIB);
  assert.deepEqual([stream.lent, stream.spare], [[], []]);
  for (let at = 0; at < 400 * KIB; at += 100 * KIB) await stream.take(at, 100 * KIB);
  assert.notDeepEqual([stream.lent, stream.spare], [[], []]);
  stream.close();
  assert.deepEqual([stream.lent, stream.spare], [[], []]);
});
