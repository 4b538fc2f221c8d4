// The code that the page shows beside its exercises, as cmake/make-snippets.mjs cuts it out.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const MAKE = fileURLToPath(new URL('../../../cmake/make-snippets.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * @param {string} cpp  the one source
 * @param {Record<string, string>} python  by name
 * @returns {Record<string, string>} what was made, by name
 */
function cut(cpp, python) {
  const place = mkdtempSync(join(tmpdir(), 'weft-code-'));
  try {
    const [source, directory, output] = ['a.cpp', 'python', 'code'].map((name) => join(place, name));
    writeFileSync(source, cpp);
    mkdirSync(directory);
    for (const [name, text] of Object.entries(python)) writeFileSync(join(directory, `${name}.py`), text);
    const path = `../${'../'.repeat(ROOT.split('/').length)}${source.slice(1)}`;
    execFileSync(process.execPath, [MAKE, path, directory, output], { stdio: 'pipe' });
    return Object.fromEntries(
      readdirSync(output).map((name) => [name, readFileSync(join(output, name), 'utf8')]),
    );
  } finally {
    rmSync(place, { recursive: true });
  }
}

test('the parts of a snippet stand one below the other, without their indentation, before the Python', () => {
  const cpp =
    '// a\n  // snippet leak\n  int a;\n    int b;\n  // end snippet\n\n// snippet leak\nint c;\n// end snippet\n';
  const { 'leak.txt': text } = cut(cpp, { leak: 'a = 1\n' });
  assert.match(text, /a\.cpp, line 3\nint a;\n {2}int b;\n\nint c;\f\na = 1$/);
});

test('C++ without Python, and Python without C++, stop the build', () => {
  assert.throws(() => cut('// snippet leak\nint a;\n// end snippet\n', {}), /no Python for leak/);
  assert.throws(() => cut('int a;\n', { leak: 'a = 1\n' }), /leak: no snippet of C\+\+/);
});

test('a snippet within another, or without an end, stops the build', () => {
  assert.throws(() => cut('// snippet a\n// snippet b\n// end snippet\n', {}), /b begins within a/);
  assert.throws(() => cut('// snippet a\nint a;\n', {}), /a does not end/);
});
