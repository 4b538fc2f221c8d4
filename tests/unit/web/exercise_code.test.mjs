// The code that the page shows beside its exercises, as cmake/make-snippets.mjs cuts it out.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeSnippets } from '../../../cmake/make-snippets.mjs';

/**
 * @param {Record<string, string>} files  of the exercises, by name
 * @returns {Record<string, string>} what was made, by name
 */
function cut(files) {
  const place = mkdtempSync(join(tmpdir(), 'weft-code-'));
  try {
    const [sources, output] = ['exercises', 'code'].map((name) => join(place, name));
    mkdirSync(sources);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(sources, name), text);
    makeSnippets(sources, output);
    return Object.fromEntries(
      readdirSync(output).map((name) => [name, readFileSync(join(output, name), 'utf8')]),
    );
  } finally {
    rmSync(place, { recursive: true });
  }
}

/**
 * One exercise, leak_files.
 * @param {string} code  that it shows
 * @param {Record<string, string>} others  in place of its files, or beside them
 */
const cutLeak = (code, others = {}) =>
  cut({
    'exercise_list.inc': 'WEFT_EXERCISE(leak_files)\n',
    'leak_files.cpp': `// clang-format off\n${code}\n// clang-format on\n  .id = "leak-files",\n`,
    'leak_files.py': 'a = 1\n',
    ...others,
  });

test('the parts of what is shown stand one below the other before the Python', () => {
  const more = '// clang-format on\nint hidden;\n// clang-format off\nint c;';
  const { 'leak-files.txt': text } = cutLeak(`int a;\n  int b;\n${more}`);
  assert.match(text, /leak_files\.cpp, line 2\nint a;\n {2}int b;\n\nint c;\f\na = 1$/);
});

test('an exercise without its C++, its Python, its own id or code to show stops the build', () => {
  const list = { 'exercise_list.inc': 'WEFT_EXERCISE(leak_files)\n' };
  assert.throws(() => cut(list), /there is no .*leak_files\.cpp/);
  const cpp = '// clang-format off\nint a;\n// clang-format on\n  .id = "leak-files",\n';
  assert.throws(() => cut({ ...list, 'leak_files.cpp': cpp }), /there is no .*leak_files\.py/);
  assert.throws(() => cutLeak('', { 'leak_files.cpp': 'int a;\n' }), /leak_files\.cpp: shows no code/);
  assert.throws(
    () => cutLeak('', { 'leak_files.cpp': cpp.replace('leak-files', 'leaks') }),
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
