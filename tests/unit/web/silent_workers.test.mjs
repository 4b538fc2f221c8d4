// Workers that say nothing, or break, as the pool takes them: no job is left without an answer. The clock is not real.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { CountingPool } from '../../../web/reading/counting-pool.js';

/** The smallest program there is. */
const PROGRAM = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
const LONG_MS = 60_000;

/** @type {FakeWorker[]} */
let workers = [];

class FakeWorker {
  /** @type {any[]} */
  heard = [];
  isOver = false;
  /** @type {(event: {data: object}) => void} */
  onmessage = () => {};

  constructor() {
    workers.push(this);
  }

  /** @param {object} message */
  postMessage(message) {
    this.heard.push(message);
  }

  terminate() {
    this.isOver = true;
  }

  /** @param {object} data */
  say(data) {
    this.onmessage({ data });
  }
}

/** What is to be called, and when. @type {{call: () => void, atMs: number}[]} */
let timers = [];
let nowMs = 0;

/** @param {number} ms */
function pass(ms) {
  nowMs += ms;
  const isDue = (/** @type {{atMs: number}} */ { atMs }) => atMs <= nowMs;
  const due = timers.filter(isDue);
  timers = timers.filter((timer) => !isDue(timer));
  for (const { call } of due) call();
}

/** @type {any} */
const page = globalThis;
const { fetch, setTimeout, clearTimeout, Worker } = page;

beforeEach(() => {
  workers = [];
  timers = [];
  page.Worker = FakeWorker;
  page.fetch = async () => new Response(PROGRAM);
  page.setTimeout = (/** @type {() => void} */ call, /** @type {number} */ ms) => {
    const timer = { call, atMs: nowMs + ms };
    timers.push(timer);
    return timer;
  };
  page.clearTimeout = (/** @type {object} */ timer) => {
    timers = timers.filter((other) => other !== timer);
  };
});

afterEach(() => Object.assign(page, { fetch, setTimeout, clearTimeout, Worker }));

const makePool = (limit = 2) =>
  new CountingPool(new URL('https://a/w.js'), new URL('https://a/p.wasm'), () => {}, limit);

/** @param {CountingPool} pool @param {number} id */
async function start(pool, id) {
  /** @type {any[]} */
  const answers = [];
  await pool.start(id, /** @type {any} */ ({}), {
    progress: () => answers.push('progress'),
    done: () => answers.push('done'),
    failed: (failure) => answers.push(failure),
  });
  return answers;
}

const SILENT = { name: 'NotStarted', message: 'it does not answer' };

test('a worker that never answers fails what it had, and is ended', async () => {
  const pool = makePool(1);
  const [first, second] = [await start(pool, 1), await start(pool, 2)];
  assert.equal(workers.length, 1);
  pass(LONG_MS - 1);
  assert.deepEqual([first, second], [[], []], 'it may take its time');
  pass(1);
  assert.deepEqual([first, second], [[SILENT], [SILENT]]);
  assert.ok(workers[0].isOver);
  assert.deepEqual(pool.census, { alive: 0, busy: 0 });
});

test('a worker that has spoken once may count for as long as it likes', async () => {
  const pool = makePool();
  const answers = await start(pool, 1);
  workers[0].say({ ready: true });
  pass(100 * LONG_MS);
  assert.deepEqual(answers, []);
  workers[0].say({ done: 1, count: {} });
  assert.deepEqual(answers, ['done']);
});

test('after one that never answered another is tried', async () => {
  const pool = makePool(1);
  await start(pool, 1);
  pass(LONG_MS);
  const answers = await start(pool, 2);
  assert.equal(workers.length, 2);
  workers[1].say({ ready: true });
  workers[1].say({ done: 2, count: {} });
  assert.deepEqual(answers, ['done']);
});

test('one that is given up while it keeps silent is not reported a second time', async () => {
  const pool = makePool();
  const answers = await start(pool, 1);
  pool.abort(1);
  pass(LONG_MS);
  assert.deepEqual(answers, []);
  assert.deepEqual(pool.census, { alive: 0, busy: 0 });
});
