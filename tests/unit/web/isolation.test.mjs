import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

/** @type {() => Promise<unknown>} */
let register;

Object.assign(globalThis, {
  document: { createElement: () => ({}), head: { append: () => {} } },
});
Object.defineProperty(globalThis, 'navigator', {
  value: { serviceWorker: { controller: null, register: () => register() } },
  configurable: true,
});
const { untilIsolated } = await import('../../../web/isolation.js');

/** @param {number} seconds @returns {Promise<boolean>} whether the page goes on by then */
async function goesOnWithin(seconds) {
  mock.timers.enable({ apis: ['setTimeout'] });
  let hasGoneOn = false;
  untilIsolated().then(() => (hasGoneOn = true));
  for (let second = 0; second < seconds; second++) {
    for (let turn = 0; turn < 20; turn++) await null;
    mock.timers.tick(1000);
  }
  for (let turn = 0; turn < 20; turn++) await null;
  mock.timers.reset();
  return hasGoneOn;
}

test('a page whose service worker is refused goes on at once', async () => {
  register = () => Promise.reject(new Error('no'));
  assert.ok(await goesOnWithin(0));
});

test('a page whose service worker is there waits to be loaded again, but not for ever', async () => {
  register = async () => {};
  assert.equal(await goesOnWithin(2), false);
  assert.ok(await goesOnWithin(4));
});

test('a page whose service worker neither comes nor fails goes on', async () => {
  register = () => new Promise(() => {});
  assert.ok(await goesOnWithin(10));
});
