import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

/** @type {() => Promise<unknown>} */
let register;

let reloads = 0;
Object.assign(globalThis, {
  document: { createElement: () => ({}), head: { append: () => {} } },
  location: { reload: () => ++reloads },
});
Object.defineProperty(globalThis, 'navigator', {
  value: { serviceWorker: { controller: null, register: () => register() } },
  configurable: true,
});
const { untilIsolated } = await import('../../../web/program/isolation.js');

const turns = async () => {
  for (let turn = 0; turn < 20; turn++) await null;
};

/** @param {number} seconds @param {() => void} [then] @returns {Promise<boolean>} whether the page goes on by then */
async function goesOnWithin(seconds, then = () => {}) {
  mock.timers.enable({ apis: ['setTimeout'] });
  let hasGoneOn = false;
  untilIsolated().then(() => (hasGoneOn = true));
  for (let second = 0; second < seconds; second++) {
    await turns();
    mock.timers.tick(1000);
  }
  await turns();
  then();
  await turns();
  mock.timers.reset();
  return hasGoneOn;
}

/** A worker that has been found, and what tells its state. */
function installingWorker() {
  const worker = Object.assign(new EventTarget(), { state: 'installing' });
  register = async () => ({ installing: worker });
  return (/** @type {ServiceWorkerState} */ state) => {
    worker.state = state;
    worker.dispatchEvent(new Event('statechange'));
  };
}

/** What the script of the worker calls when it wants the page to be loaded again. */
const scriptReloads = () => /** @type {any} */ (globalThis).coi.doReload();

test('a page whose service worker is refused goes on at once', async () => {
  register = () => Promise.reject(new Error('no'));
  assert.ok(await goesOnWithin(0));
});

test('a page whose service worker becomes active is loaded again', async () => {
  const become = installingWorker();
  reloads = 0;
  assert.equal(await goesOnWithin(9, () => become('activated')), false);
  assert.equal(reloads, 1);
});

test('a page whose service worker is there already is loaded again', async () => {
  register = async () => ({ active: Object.assign(new EventTarget(), { state: 'activated' }) });
  reloads = 0;
  assert.equal(await goesOnWithin(0), false);
  assert.equal(reloads, 1);
});

test('a page whose service worker fails to install goes on', async () => {
  const become = installingWorker();
  assert.ok(await goesOnWithin(1, () => become('redundant')));
});

test('a page whose service worker neither comes nor fails goes on, and is never cut off', async () => {
  register = () => new Promise(() => {});
  reloads = 0;
  assert.equal(await goesOnWithin(9), false);
  assert.ok(await goesOnWithin(11));
  scriptReloads();
  assert.equal(reloads, 0);
});
