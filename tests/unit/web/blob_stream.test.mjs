// Large blobs that are read by several streams at once, under Node.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { seededRandom } from '../../bench/data/random.mjs';
import { BlobStream } from '../../../web/blob-stream.js';

const KIB = 1024;
/** @type {any} */
const streams = /** @type {any} */ (globalThis).WeftStreams;

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

beforeEach(() => {
  streams.largeBlob = 1024 * KIB;
  streams.stretchBytes = 256 * KIB;
});

afterEach(() => assert.equal(streams.running.size, 0, 'streams are left open'));

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
  assert.equal(streams.running.size, 1);
  await stream.take(128 * KIB, 128 * KIB);
  assert.equal(streams.running.size, streams.stretchesAtOnce - 1, 'the first stretch has ended');
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

test('leaves a read elsewhere to others', async () => {
  const stream = new BlobStream(new Blob([bytesOf(2000 * KIB)]));
  await stream.take(0, 100 * KIB);
  assert.equal(await stream.take(300 * KIB, 100 * KIB), undefined);
  assert.ok(await stream.take(100 * KIB, 100 * KIB));
  stream.close();
});
