import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { CountingPool } from '../../../web/reading/counting-pool.js';

/** The smallest module. */
const PROGRAM = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
const WORKER_URL = new URL('http://localhost/count-worker.js');
const PROGRAM_URL = new URL('http://localhost/weft_counter.wasm');

/** @type {string[]} */
let fetched = [];
let scripts = 0;
/** @type {(url: string) => Response} */
let serve;
/** @type {(message: any) => void} */
let onPost;

class FakeWorker {
  /** @type {(event: {data: unknown}) => void} */
  onmessage = () => {};

  /** @param {any} message */
  postMessage(message) {
    onPost(message);
    if ('program' in message) this.onmessage({ data: { ready: true } });
    if ('count' in message)
      queueMicrotask(() => this.onmessage({ data: { done: message.count, count: {} } }));
  }

  terminate() {}
}

Object.assign(globalThis, {
  Worker: FakeWorker,
  fetch: async (/** @type {URL} */ url) => {
    fetched.push(url.pathname);
    return serve(url.pathname);
  },
});
URL.createObjectURL = () => `blob:${++scripts}`;

beforeEach(() => {
  fetched = [];
  scripts = 0;
  serve = (path) => new Response(path.endsWith('.wasm') ? PROGRAM : '');
  onPost = () => {};
});

/** @param {CountingPool} pool @param {number} id @returns {Promise<string>} how it went */
const outcome = (pool, id) =>
  new Promise((resolve) => {
    pool.start(id, /** @type {any} */ ({}), {
      progress: () => {},
      done: () => resolve('done'),
      failed: ({ message }) => resolve(message),
    });
  });

const makePool = () => new CountingPool(WORKER_URL, PROGRAM_URL, () => {}, 2);

test('keeps the parts that have arrived, whatever else goes wrong', async () => {
  const pool = makePool();
  onPost = () => {
    throw new DOMException('not here', 'DataCloneError');
  };
  for (const id of [1, 2, 3]) assert.equal(await outcome(pool, id), 'not here');
  onPost = () => {};
  assert.equal(await outcome(pool, 4), 'done');
  assert.deepEqual([fetched.length, scripts], [2, 1]);
});

test('asks again for parts that have not arrived, once for all that wait', async () => {
  const pool = makePool();
  serve = () => new Response('', { status: 404 });
  const words = await Promise.all([outcome(pool, 1), outcome(pool, 2), outcome(pool, 3)]);
  for (const word of words) assert.match(word, /is missing \(404\)/);
  assert.equal(fetched.length, 2);
  serve = (path) => new Response(path.endsWith('.wasm') ? PROGRAM : '');
  // The second begins while the parts are on their way, and the first failures have all been heard of.
  assert.deepEqual(await Promise.all([outcome(pool, 4), outcome(pool, 5)]), ['done', 'done']);
  assert.equal(fetched.length, 4);
});

test('makes no script of a worker without its program', async () => {
  const pool = makePool();
  serve = (path) => (path.endsWith('.wasm') ? new Response('no program') : new Response(''));
  for (const id of [1, 2, 3]) assert.match(await outcome(pool, id), /WebAssembly|magic/);
  assert.equal(scripts, 0);
});
