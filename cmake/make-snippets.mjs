// node make-snippets.mjs <sources> <python directory> <output directory>: the code that the page shows beside its
// exercises, in a file NAME.txt each: where it comes from ("src/lab/a.cpp, line 12"), C++, a line with a form feed, Python.
// C++ is what stands between "// snippet NAME" and "// end snippet" in the sources, in one part or several; Python is
// NAME.py.

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [sources, pythonDirectory, output] = process.argv.slice(2);
const BEGIN = /^ *\/\/ snippet ([a-z-]+)$/;
const END = /^ *\/\/ end snippet$/;
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @param {string[]} lines without the indentation that all of them have */
function dedent(lines) {
  const width = Math.min(...lines.filter((line) => line).map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(width)).join('\n');
}

/** @param {string} path @returns {{name: string, path: string, line: number, text: string}[]} */
function snippetsIn(path) {
  const found = [];
  let open;
  for (const [index, line] of readFileSync(join(ROOT, path), 'utf8').split('\n').entries()) {
    const name = BEGIN.exec(line)?.[1];
    if (name && open) throw new Error(`${path}: ${name} begins within ${open.name}`);
    if (name) open = { name, path, line: index + 2, lines: [] };
    else if (open && END.test(line)) {
      found.push({ ...open, text: dedent(open.lines) });
      open = undefined;
    } else open?.lines.push(line);
  }
  if (open) throw new Error(`${path}: ${open.name} does not end`);
  return found;
}

const cpp = sources.split(';').flatMap(snippetsIn);
const names = new Set(cpp.map(({ name }) => name));
const written = readdirSync(pythonDirectory).map((file) => basename(file, '.py'));
const alone = [...names].filter((name) => !written.includes(name));
if (alone.length > 0) throw new Error(`no Python for ${alone.join(', ')} in ${pythonDirectory}`);

rmSync(output, { recursive: true, force: true });
mkdirSync(output);
for (const name of written) {
  const parts = cpp.filter((candidate) => candidate.name === name);
  if (parts.length === 0) throw new Error(`${name}: no snippet of C++`);
  const [{ path, line }] = parts;
  const text = parts.map((part) => part.text).join('\n\n');
  const python = readFileSync(join(pythonDirectory, `${name}.py`), 'utf8').trimEnd();
  writeFileSync(join(output, `${name}.txt`), `${path}, line ${line}\n${text}\f\n${python}`);
}
