// Files by URL against `fetch`, over a server that lies and changes at random: what is read is all of one of the contents
// that the server had, or it is an error. WEFT_FUZZ_ROUNDS and WEFT_FUZZ_SEED repeat or lengthen it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { drive } from '../../../web/vfs/shared/http-fetch.js';
import * as protocol from '../../../web/vfs/shared/http-protocol.js';
import { seededRandom } from '../../bench/data/random.mjs';
import { FakeXhr } from './fake_xhr.mjs';
import { link } from './linker.mjs';
import { LyingFile } from './lying_server.mjs';

const ROUNDS = Number(process.env.WEFT_FUZZ_ROUNDS ?? 300);
const SEED = Number(process.env.WEFT_FUZZ_SEED ?? Date.now() % 1e9);
/** What other origins are shown of a server that says nothing of it, of one that exposes its ranges, or everything. */
const SHOWN = [
  /^(cache-control|content-length|content-type|expires|last-modified)$/,
  /^(cache-control|content-length|content-type|expires|last-modified|content-range|etag)$/,
  /./,
];
/** What they may send without being asked for leave. */
const SAFE = /^range$/i;

/** @typedef {{size: number, body?: Blob}} Opened */
/** @typedef {(steps: Generator<any, any>) => any} Drive */

/** @type {any} */
const weft = globalThis;
const server = new Worker(new URL('liar_thread.mjs', import.meta.url));
let origin = '';

before(async () => {
  origin = await new Promise((resolve) => server.once('message', resolve));
  weft.XMLHttpRequest = FakeXhr;
  weft.Module = {};
  link('vfs/shared/posix-error.js', 'vfs/errors.lib.js', 'vfs/http-blocking.lib.js');
  weft.WeftHttpProtocol = protocol;
  const { requestBlocking } = await import('../../../web/vfs/sync-xhr.js');
  weft.Module.weftIo = { request: requestBlocking };
  hideFromOthers();
});

after(() => {
  server.terminate();
  FakeXhr.close();
});

/** Node knows no origins. */
function hideFromOthers() {
  const { get } = Headers.prototype;
  Headers.prototype.get = function (name) {
    return FakeXhr.shown.test(name) ? get.call(this, name) : null;
  };
}

/**
 * All of the file, as `File` reads it: after opening it, chunk by chunk.
 * @param {string} url
 * @param {(steps: Generator<any, any>) => Promise<any>} drive
 * @param {(resource: any, offset: number, count: number) => any} read
 * @param {number} chunkBytes
 */
async function readAll(url, drive, read, chunkBytes) {
  const resource = await drive(protocol.open(url));
  if (resource.body) return Buffer.from(await resource.body.arrayBuffer());
  const parts = [];
  for (let at = 0; at < resource.size; at += chunkBytes) {
    parts.push(...(await read(resource, at, Math.min(chunkBytes, resource.size - at))));
  }
  return Buffer.concat(parts);
}

const ways = {
  fetch: (/** @type {string} */ url, /** @type {number} */ chunkBytes) =>
    readAll(
      url,
      drive,
      (resource, offset, count) => drive(protocol.read(resource, offset, count)),
      chunkBytes,
    ),
  blocking: (/** @type {string} */ url, /** @type {number} */ chunkBytes) =>
    readAll(
      url,
      async (steps) => weft.WeftHttpBlocking.drive(steps),
      (resource, offset, count) => weft.WeftHttpBlocking.read(resource, offset, count),
      chunkBytes,
    ),
};

/** @param {string} url @returns {Promise<Buffer | undefined>} nothing for an error */
async function fetchPlainly(url) {
  try {
    const answer = await fetch(url, { cache: 'no-store' });
    return answer.ok && answer.status !== 206 ? Buffer.from(await answer.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} seed */
async function playRound(seed) {
  const random = seededRandom(seed);
  const chunkBytes = 1 + Math.floor(random() ** 2 * 3000);
  const isElsewhere = random() < 0.5;
  FakeXhr.shown = isElsewhere ? SHOWN[Math.floor(random() * SHOWN.length)] : /./;
  FakeXhr.allowed = isElsewhere && random() < 0.3 ? SAFE : /./;
  weft.location = new URL(isElsewhere ? 'http://localhost:1/' : origin);
  weft.origin = weft.location.origin;
  const { contents } = new LyingFile(seed);
  /** @type {Record<string, string>} */
  const outcomes = {};
  for (const [name, read] of Object.entries(ways)) {
    const bytes = await read(`${origin}/${seed}/${name}`, chunkBytes).catch((/** @type {any} */ error) => {
      assert.ok(error.weftCode && error.message, `${name}: no sentence, but ${error.stack}`);
      outcomes[name] = error.message;
    });
    if (!bytes) continue;
    outcomes[name] = 'read';
    const isOneOfThem = contents.some((content) => content.equals(bytes));
    const asFetched = isOneOfThem || (await fetchPlainly(`${origin}/${seed}/again`))?.equals(bytes);
    assert.ok(asFetched, `${name}: ${bytes.length} bytes that nobody had`);
  }
  return outcomes;
}

test(`what is read is what was there, or an error (WEFT_FUZZ_SEED=${SEED}, ${ROUNDS} rounds)`, async (context) => {
  /** @type {Record<string, number>} */
  const counts = {};
  for (let round = 0; round < ROUNDS; round++) {
    const outcomes = await playRound(SEED + round).catch((error) => {
      throw new Error(`seed ${SEED + round}: ${new LyingFile(SEED + round).words}: ${error.message}`);
    });
    for (const [name, words] of Object.entries(outcomes)) {
      counts[`${name}: ${words}`] = (counts[`${name}: ${words}`] ?? 0) + 1;
    }
  }
  for (const [words, count] of Object.entries(counts).sort()) context.diagnostic(`${count} × ${words}`);
  for (const name of Object.keys(ways))
    assert.ok(counts[`${name}: read`] > ROUNDS / 10, `${name} reads at all`);
});
