// node make-snippets.mjs <directory of the exercises> <output file>: the code that the page shows beside its exercises, in
// one text, as many small files travel badly. Of each exercise: a line with its id, one with the place that its code comes
// from ("src/lab/exercises/a.cpp, line 12"), C++, and Python; behind each of these two stands a form feed that ends a line.
// exercise_list.inc names the exercises. The C++ of one is what stands between "// clang-format off" and "// clang-format on"
// in NAME.cpp, in one part or several; the Python is NAME.py. Both are for readers who know the library alone, in a narrow
// panel: what is longer or wider, or speaks of the lab, stops the build.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const MOST_LINES = 15;
const MOST_COLUMNS = 56;
const FOREIGN = /\b(report_|lab_|lab::|attempt|settings)/i;
const PART = /^\/\/ clang-format off\n(.*?)^\/\/ clang-format on$/gms;
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} directory @returns {string[]} the exercises that exercise_list.inc names: leak_files … */
export function exercisesIn(directory) {
  const list = readFileSync(join(directory, 'exercise_list.inc'), 'utf8');
  return [...list.matchAll(/^WEFT_EXERCISE\((\w+)\)$/gm)].map(([, name]) => name);
}

/** @param {string} name of an exercise in C++ */
export const idOf = (name) => name.replaceAll('_', '-');

/** @param {string} path @param {string} code */
function check(path, code) {
  const lines = code.split('\n');
  const count = lines.filter((line) => line).length;
  if (count > MOST_LINES) throw new Error(`${path}: shows ${count} lines of code, more than ${MOST_LINES}`);
  const wide = lines.find((line) => line.length > MOST_COLUMNS);
  if (wide) throw new Error(`${path}: wider than ${MOST_COLUMNS} columns: ${wide}`);
  const foreign = FOREIGN.exec(code);
  if (foreign) throw new Error(`${path}: shows "${foreign[0]}", which is not of the library`);
}

/** @param {string} path @returns {string} */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Error(`there is no ${path}`);
  }
}

/** @param {string} directory @param {string} name @returns {string} its part of the text */
function codeOf(directory, name) {
  const path = join(directory, `${name}.cpp`);
  const source = read(path);
  const parts = [...source.matchAll(PART)];
  if (parts.length === 0) throw new Error(`${path}: shows no code`);
  if (!source.includes(`.id = "${idOf(name)}",`)) throw new Error(`${path}: its id is not ${idOf(name)}`);
  const cpp = parts.map(([, code]) => code.trimEnd()).join('\n\n');
  const python = read(join(directory, `${name}.py`)).trimEnd();
  check(path, cpp);
  check(join(directory, `${name}.py`), python);
  const line = source.slice(0, parts[0].index).split('\n').length + 1;
  return `${idOf(name)}\n${relative(ROOT, path)}, line ${line}\n${cpp}\f\n${python}\f\n`;
}

/** @param {string} directory @returns {string} the text for the page */
export function snippetsOf(directory) {
  const names = exercisesIn(directory);
  const written = readdirSync(directory).filter((file) => file.endsWith('.py'));
  const lost = written.filter((file) => !names.includes(basename(file, '.py')));
  if (lost.length > 0) throw new Error(`not in exercise_list.inc: ${lost.join(', ')}`);
  return names.map((name) => codeOf(directory, name)).join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(process.argv[3], snippetsOf(process.argv[2]));
