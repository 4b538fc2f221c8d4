// What a link asks of the page, and what the page makes of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followLink, linkTo, readLink } from '../../../web/program/start-link.js';

/** @typedef {import('../../../web/program/weft.js').Limits['settings']} Limits */

const LIMITS = /** @type {Limits} */ ({
  concurrency: [1, 256, 'whole'],
  latencyMs: [0, 200, 'number'],
  minBytes: [0, Number.MAX_SAFE_INTEGER, 'whole'],
  csv: [0, 1, 'flag'],
});
const DEFAULTS = { mode: 'async', concurrency: 8, latencyMs: 0, minBytes: 0, csv: false };

/** @param {string} hash */
function read(hash) {
  const { settings, deed, leftOut } = readLink(hash, LIMITS);
  return { settings, deed, leftOut: leftOut.map(({ name, reason }) => `${name}: ${reason}`) };
}

for (const [hash, settings, deed] of /** @type {[string, object, object?][]} */ ([
  ['#', {}],
  ['#run', {}, { name: 'run', value: '' }],
  ['#run=', {}, { name: 'run', value: '' }],
  ['#compare', {}, { name: 'compare', value: '' }],
  ['#exercise=leak-files', {}, { name: 'exercise', value: 'leak-files' }],
  [`#exercise=${'x'.repeat(100)}`, {}, { name: 'exercise', value: `${'x'.repeat(40)}…` }],
  ['#mode=sync', { mode: 'sync' }],
  ['#mode=workers&run', { mode: 'workers' }, { name: 'run', value: '' }],
  ['#compare&concurrency=12', { concurrency: 12 }, { name: 'compare', value: '' }],
  ['#latencyMs=1.5&minBytes=1e3', { latencyMs: 1.5, minBytes: 1000 }],
  ['#latency=20', { latencyMs: 20 }],
  ['#latency=0&concurrency=256', { latencyMs: 0, concurrency: 256 }],
  ['#csv=true', { csv: true }],
  ['#csv', { csv: true }],
  ['#csv=false', { csv: false }],
])) {
  test(`${hash.slice(0, 40)} is all taken as it stands there`, () =>
    assert.deepEqual(read(hash), { settings, deed, leftOut: [] }));
}

for (const [hash, settings, ...leftOut] of /** @type {[string, object, ...string[]][]} */ ([
  ['#concurrency=257', { concurrency: 256 }, 'concurrency=257: 256 is taken'],
  ['#latency=-1', { latencyMs: 0 }, 'latency=-1: 0 is taken'],
  ['#latency=Infinity', { latencyMs: 200 }, 'latency=Infinity: 200 is taken'],
  ['#concurrency=many', {}, 'concurrency=many: concurrency must be a number'],
  ['#concurrency=', {}, 'concurrency: concurrency must be a number'],
  ['#concurrency=+', {}, 'concurrency= : concurrency must be a number'],
  ['#concurrency=2.5', {}, 'concurrency=2.5: concurrency must be a whole number'],
  ['#csv=maybe', {}, 'csv=maybe: csv must be true or false'],
  ['#mode=fast', {}, "mode=fast: mode must be 'sync', 'async' or 'workers'"],
  ['#mode', {}, "mode: mode must be 'sync', 'async' or 'workers'"],
  ['#colour=red', {}, 'colour=red: there is no setting "colour"'],
  ['#Mode=sync', {}, 'Mode=sync: there is no setting "Mode"'],
  ['#__proto__=1', {}, '__proto__=1: there is no setting "__proto__"'],
  ['#constructor', {}, 'constructor: there is no setting "constructor"'],
  ['#=1', {}, '=1: there is no setting ""'],
  ['#latency=1&latencyMs=2', { latencyMs: 1 }, 'latencyMs=2: it is told twice'],
  ['#concurrency=x&concurrency=2', { concurrency: 2 }, 'concurrency=x: concurrency must be a number'],
  [`#${'x'.repeat(100)}`, {}, `${'x'.repeat(40)}…: there is no setting "${'x'.repeat(40)}…"`],
])) {
  test(`${hash.slice(0, 40)} is said not to be taken as it stands there`, () =>
    assert.deepEqual(read(hash), { settings, deed: undefined, leftOut }));
}

/** A page that keeps what it is told. */
class FakePage {
  /** @type {string[]} what it was asked for, and what it said, in this order */
  calls = [];
  activity = 'none';
  /** @type {unknown[]} */
  list = ['a file'];
  refusal = '';
  fails = false;
  settings = { ...DEFAULTS };
  /** @type {any} */
  module = {
    diagnostics: () => ({ activity: this.activity }),
    limits: () => ({ settings: LIMITS }),
    defaults: () => DEFAULTS,
    tell: (/** @type {string} */ words) => this.calls.push(words),
  };
  /** @type {any} */
  weft = {
    configure: (/** @type {object} */ settings) => Object.assign(this.settings, settings),
    files: () => this.list,
    generateSamples: async () => this.calls.push('samples'),
    run: async () => this.do('run'),
    compare: async () => this.do('compare'),
    exercise: async (/** @type {string} */ id) => this.do(`exercise ${id}`),
  };

  /** @param {string} call */
  do(call) {
    if (this.fails) throw new WebAssembly.RuntimeError('unreachable');
    if (this.refusal) throw new Error(this.refusal);
    this.calls.push(call);
  }

  /** @param {string} hash */
  async follow(hash) {
    await followLink(this.weft, this.module, hash);
    return this.calls;
  }
}

test('without anything behind the # nothing is asked of the page', async () => {
  for (const hash of ['', '#']) await followLink(/** @type {any} */ (null), /** @type {any} */ (null), hash);
});

test('a link sets what it names, and the rest to the defaults', async () => {
  const page = new FakePage();
  page.settings.minBytes = 7;
  assert.deepEqual(await page.follow('#mode=sync&latency=5'), []);
  assert.deepEqual(page.settings, { ...DEFAULTS, mode: 'sync', latencyMs: 5 });
});

test('a link that names no settings leaves them as they are', async () => {
  const page = new FakePage();
  page.settings.minBytes = 7;
  assert.deepEqual(await page.follow('#exercise=leak-files'), ['exercise leak-files']);
  assert.equal(page.settings.minBytes, 7);
});

test('where there are no files the samples are written before anything is done with them', async () => {
  const page = new FakePage();
  page.list = [];
  assert.deepEqual(await page.follow('#compare'), ['samples', 'compare']);
  assert.deepEqual(await new FakePage().follow('#run'), ['run']);
});

test('of a link with mistakes the rest holds, and they are said in one sentence', async () => {
  const page = new FakePage();
  assert.deepEqual(await page.follow('#concurrency=0&mode=fast&run=5&latency=7&compare&run&red'), [
    'compare',
    "Not as in the link: concurrency=0 (1 is taken), mode=fast (mode must be 'sync', 'async' or 'workers'), " +
      'run=5 (it takes no value), and 2 more.',
  ]);
  assert.deepEqual(page.settings, { ...DEFAULTS, concurrency: 1, latencyMs: 7 });
});

test('mistakes are said where nothing is to be done, too', async () => {
  assert.deepEqual(await new FakePage().follow('#red'), [
    'Not as in the link: red (there is no setting "red").',
  ]);
});

test('what the page refuses is said first of all', async () => {
  const page = new FakePage();
  page.refusal = 'Too many files would be open.';
  assert.deepEqual((await page.follow('#run&red')).slice(-1), [
    'Not as in the link: run (Too many files would be open), red (there is no setting "red").',
  ]);
  page.refusal = 'there is no exercise juggle';
  assert.deepEqual((await page.follow('#exercise=juggle')).slice(-1), [
    'Not as in the link: exercise=juggle (there is no exercise juggle).',
  ]);
});

test('a failure of the program itself is no fault of the link', async () => {
  const page = new FakePage();
  page.fails = true;
  await assert.rejects(page.follow('#run'), WebAssembly.RuntimeError);
  assert.deepEqual(page.calls, []);
});

test('a link is refused as a whole while something is under way', async () => {
  const page = new FakePage();
  page.activity = 'run';
  assert.deepEqual(await page.follow('#mode=sync&run'), [
    'The link was not followed, as something is under way: wait for its end, or cancel it, and open the link again.',
  ]);
  assert.deepEqual(page.settings, DEFAULTS);
});

/** @param {Partial<typeof DEFAULTS>} settings */
function linkOf(settings) {
  const page = new FakePage();
  Object.assign(page.settings, settings);
  return linkTo(page.weft, page.module, 'http://localhost/weft/?a=b#compare&red');
}

test('a link to the page has the mode, and what is not a default', () => {
  assert.equal(linkOf({}), 'http://localhost/weft/?a=b#mode=async');
  assert.equal(
    linkOf({ mode: 'sync', latencyMs: 0.25, csv: true }),
    'http://localhost/weft/?a=b#mode=sync&latencyMs=0.25&csv=true',
  );
});

test('a link to the page sets another one as this is set', async () => {
  for (const settings of [
    DEFAULTS,
    { mode: 'workers', concurrency: 256, latencyMs: 1e-7, minBytes: Number.MAX_SAFE_INTEGER, csv: true },
  ]) {
    const page = new FakePage();
    Object.assign(page.settings, { mode: 'sync', concurrency: 3, csv: true });
    assert.deepEqual(await page.follow(new URL(linkOf(settings)).hash), []);
    assert.deepEqual(page.settings, settings);
  }
});
