// What is dropped is added, or the page says that it is not.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDrop } from '../../../web/program/add-drop.js';
import { dropOf } from '../../../web/ui/dropped-entries.js';

/** A drop of data by their types. @param {Record<string, string>} data */
const dropOfData = (data) =>
  dropOf(/** @type {any} */ ({ items: [], getData: (/** @type {string} */ type) => data[type] ?? '' }));

/** @param {Record<string, string>} data */
const leftOutOf = async (data) => (await dropOfData(data)).leftOut.map(({ name }) => name);

test('a line of text with a # in front of it is no comment', async () => {
  assert.deepEqual(await leftOutOf({ 'text/plain': '#1 fix this\n\n# and that' }), [
    '#1 fix this',
    '# and that',
  ]);
});

test('in a list of links a # begins a comment', async () => {
  const { urls, leftOut } = await dropOfData({
    'text/uri-list': '# the page\r\nhttp://localhost/a\r\nmailto:b\r\n',
    'text/plain': 'http://localhost/other',
  });
  assert.deepEqual(urls, ['http://localhost/a']);
  assert.deepEqual(
    leftOut.map(({ name }) => name),
    ['mailto:b'],
  );
});

for (const [what, type, text] of [
  ['nothing that it can use', 'text/html', '<b>bold</b>'],
  ['white space', 'text/plain', ' \n '],
  ['a comment alone', 'text/uri-list', '# nothing'],
]) {
  test(`a drop with ${what} does not go unmentioned`, async () => {
    assert.deepEqual(await leftOutOf({ [type]: text }), ['something']);
  });
}

test('what cannot be added takes nothing else with it', () => {
  /** @type {string[]} */
  const added = [];
  /** @type {string[]} */
  const told = [];
  const refuse = (/** @type {string} */ name) => {
    if (name.includes('bad')) throw new RangeError('too long');
    added.push(name);
  };
  addDrop(
    /** @type {any} */ ({
      addFiles: (/** @type {File[]} */ files) => files.forEach(({ name }) => refuse(name)),
      addUrl: refuse,
    }),
    { tell: (words) => told.push(words), addToLog: () => {} },
    {
      files: /** @type {any} */ ([{ name: 'a' }, { name: 'bad file' }, { name: 'b' }]),
      urls: ['http://c', `http://bad/${'x'.repeat(100)}`, 'http://d'],
      leftOut: [{ name: 'empty', reason: 'no files in it' }],
    },
  );
  assert.deepEqual(added, ['a', 'b', 'http://c', 'http://d']);
  assert.deepEqual(told, [
    `Left out: empty (no files in it), bad file (too long), http://bad/${'x'.repeat(29)}… (too long).`,
  ]);
});
