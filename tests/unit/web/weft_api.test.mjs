import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApi } from '../../../web/program/weft-api.js';

const LONG = 'x'.repeat(70_000);

/** A program that must not be asked anything. */
const module = new Proxy(/** @type {any} */ ({ limits: () => ({}), whenReady: () => {} }), {
  get: (target, name) =>
    target[name] ??
    (() => {
      throw new Error(`${String(name)} was called`);
    }),
});
Object.assign(globalThis, { document: { baseURI: 'http://localhost/' } });
const api = createApi(module);

for (const [name, call] of Object.entries({
  addFiles: () => api.addFiles([new File([], LONG)]),
  addUrl: () => api.addUrl(LONG),
  addPath: () => api.addPath(LONG),
  lines: () => api.lines([LONG]),
  rows: () => api.rows(LONG),
  readCsvAs: () => api.readCsvAs(LONG),
  exercise: () => api.exercise(/** @type {any} */ (LONG)),
})) {
  test(`${name} lets no text into the program that is longer than its bound`, async () => {
    await assert.rejects(async () => call(), {
      name: 'RangeError',
      message: /no more than 65536 characters/,
    });
  });
}
