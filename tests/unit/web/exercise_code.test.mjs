// The code that the page shows beside its exercises, as cmake/make-snippets.mjs cuts it out.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { snippetsOf } from '../../../cmake/make-snippets.mjs';

/**
 * @param {Record<string, string>} files  of the exercises, by name
 * @returns {string} the text that is made of them
 */
function cut(files) {
  const place = mkdtempSync(join(tmpdir(), 'weft-code-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text);
    return snippetsOf(place);
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** @param {string} code  that the exercise shows @param {string} id */
const sourceOf = (code, id) => `// clang-format off\n${code}\n// clang-format on\n  .id = "${id}",\n`;

/**
 * One exercise, leak_files.
 * @param {string} code  that it shows
 * @param {Record<string, string>} others  in place of its files, or beside them
 */
const cutLeak = (code, others = {}) =>
  cut({
    'exercise_list.inc': 'WEFT_EXERCISE(leak_files)\n',
    'leak_files.cpp': sourceOf(code, 'leak-files'),
    'leak_files.py': 'a = 1\n',
    ...others,
  });

test('the parts of what is shown stand one below the other before the Python', () => {
  const more = '// clang-format on\nint hidden;\n// clang-format off\nint c;';
  const text = cutLeak(`int a;\n  int b;\n${more}`);
  assert.match(text, /^leak-files\n.*leak_files\.cpp, line 2\nint a;\n {2}int b;\n\nint c;\f\na = 1\f\n$/);
});

test('exercises follow one another in the order of their list', () => {
  const text = cutLeak('int a;', {
    'exercise_list.inc': 'WEFT_EXERCISE(parse_csv)\nWEFT_EXERCISE(leak_files)\n',
    'parse_csv.cpp': sourceOf('int b;', 'parse-csv'),
    'parse_csv.py': 'b = 2\n',
  });
  assert.match(
    text,
    /^parse-csv\n.*parse_csv\.cpp, line 2\nint b;\f\nb = 2\f\nleak-files\n.*\nint a;\f\na = 1\f\n$/,
  );
});

test('an exercise without its C++, its Python, its own id or code to show stops the build', () => {
  const list = { 'exercise_list.inc': 'WEFT_EXERCISE(leak_files)\n' };
  assert.throws(() => cut(list), /there is no .*leak_files\.cpp/);
  const cpp = { 'leak_files.cpp': sourceOf('int a;', 'leak-files') };
  assert.throws(() => cut({ ...list, ...cpp }), /there is no .*leak_files\.py/);
  assert.throws(() => cutLeak('', { 'leak_files.cpp': 'int a;\n' }), /leak_files\.cpp: shows no code/);
  assert.throws(
    () => cutLeak('', { 'leak_files.cpp': sourceOf('int a;', 'leaks') }),
    /its id is not leak-files/,
  );
});

test('Python that no row of the list asks for stops the build', () => {
  assert.throws(() => cutLeak('int a;', { 'other.py': '' }), /not in exercise_list\.inc: other\.py/);
});

test('code that is too long, too wide, or not of the library stops the build', () => {
  const line = 'int a;\n';
  assert.ok(cutLeak(line.repeat(15).trimEnd()));
  assert.throws(() => cutLeak(line.repeat(16)), /shows 16 lines of code, more than 15/);
  assert.ok(cutLeak('a'.repeat(56)));
  assert.throws(() => cutLeak('a'.repeat(57)), /wider than 56 columns: a{57}/);
  assert.throws(
    () => cutLeak('int a;', { 'leak_files.py': 'a'.repeat(57) }),
    /leak_files\.py: wider than 56/,
  );
  for (const foreign of [
    'report_.set(1);',
    'lab_files();',
    'lab::format();',
    'Settings settings;',
    'attempt.run();',
  ])
    assert.throws(() => cutLeak(foreign), /which is not of the library/, foreign);
});
