// Plain modules as libraries of Emscripten's linker.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { toLibrary } from '../../../cmake/link-modules.mjs';

/** @param {Record<string, string>} modules  by name @returns {Record<string, any>} members of the libraries, by name */
function linked(modules) {
  /** @type {Record<string, any>} */
  const members = {};
  const addToLibrary = (/** @type {object} */ library) => void Object.assign(members, library);
  for (const [name, text] of Object.entries(modules))
    runInNewContext(toLibrary(name, text), { addToLibrary });
  return members;
}

test('what a module exports is in an object of its name, and nothing else', () => {
  const members = linked({
    'as-it-is': `const hidden = 2;
export const twice = (number) => hidden * number;
export function* count() { yield 1; }
export async function later() {}
export class Thing {}
`,
  });
  const made = runInNewContext(members.$WeftAsItIs);
  assert.deepEqual(Object.keys(made), ['twice', 'count', 'later', 'Thing']);
  assert.equal(made.twice(21), 42);
});

test('what it imports is taken from the object of the other, which is linked too', () => {
  const members = linked({
    one: "export const text = 'one';\n",
    two: "import { text } from './one.js';\n\nexport const both = `${text} two`;\n",
  });
  assert.deepEqual([...members.$WeftTwo__deps], ['$WeftOne']);
  const made = runInNewContext(`var WeftOne = ${members.$WeftOne}; ${members.$WeftTwo}`);
  assert.equal(made.both, 'one two');
});

for (const line of [
  'export default 1;',
  'export { a };',
  "import a from './a.js';",
  "import { a } from '../a.js';",
  "import './a.js';",
  'export let a;',
]) {
  test(`a module that cannot be linked is refused: ${line}`, () => {
    assert.throws(() => toLibrary('odd', `${line}\n`), /odd\.js cannot be linked: (import|export)/);
  });
}
