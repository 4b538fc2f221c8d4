// node make-snippets.mjs <sources> <python directory> <output>: the code that the page shows beside its exercises.
// C++ is what stands between "// snippet NAME" and "// end snippet" in the sources, in one part or several; Python is
// NAME.py.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
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

/** @param {string} text a raw string literal cannot be longer than compilers allow, but these are short */
const literal = (text) => `R"snippet(${text})snippet"`;

const cpp = sources.split(';').flatMap(snippetsIn);
const entries = readdirSync(pythonDirectory)
  .filter((file) => file.endsWith('.py'))
  .map((file) => {
    const name = basename(file, '.py');
    const parts = cpp.filter((candidate) => candidate.name === name);
    if (parts.length === 0) throw new Error(`${name}: no snippet of C++`);
    const [{ path, line }] = parts;
    const text = parts.map((part) => part.text).join('\n\n');
    const python = readFileSync(join(pythonDirectory, file), 'utf8').trimEnd();
    return `    {"${name}", {.cpp = ${literal(text)},\n     .cpp_path = "${path}", .cpp_line = ${line},\n     .python = ${literal(python)}}},`;
  });

writeFileSync(
  output,
  `#include <algorithm>
#include <array>
#include <utility>

#include "lab/exercises/catalogue.hpp"

namespace weft::lab {
namespace {

constexpr auto codes = std::to_array<std::pair<std::string_view, ExerciseCode>>({
${entries.join('\n')}
});

}  // namespace

const ExerciseCode& code_of(Exercise exercise) {
  return std::ranges::find(codes, name_of(exercise), &std::pair<std::string_view, ExerciseCode>::first)->second;
}

}  // namespace weft::lab
`,
);
