// node split-late.mjs <Binaryen's programs> <directory> <list of functions> [names]: splits weft.wasm in the directory, which
// has its names, by the list: the program that the first frame needs goes to split/weft.wasm, the rest to
// split/weft_late.wasm. They are made small, and lose their names, unless those are asked for.
// web/program/late-code.js puts them together.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The code model's; wasm-split does not ask the module. */
const FEATURES = ['simd', 'bulk-memory', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals'];

/** @param {string} text @returns {RegExp[]} a line each */
const patternsOf = (text) =>
  text
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => new RegExp(line));

/** @param {string} symbols @returns {{raw: string, name: string}[]} as Binaryen has them, and as people write them */
const functionsOf = (symbols) =>
  symbols
    .split('\n')
    .map((line) => line.slice(line.indexOf(':') + 1))
    .map((raw) => ({
      raw,
      name: raw.replace(/\\([0-9a-f]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16))),
    }));

/** @param {string} symbols @param {string} list @returns {string[]} */
function lateFunctions(symbols, list) {
  const functions = functionsOf(symbols);
  return patternsOf(list).flatMap((pattern) => {
    const found = functions.filter(({ name }) => pattern.test(name));
    if (found.length === 0) throw new Error(`no function of the program is called like ${pattern.source}`);
    return found.map(({ raw }) => raw);
  });
}

const [binaryen, directory, list, keepNames] = process.argv.slice(2);
const out = join(directory, 'split');
const names = join(out, 'late-functions.txt');
const late = lateFunctions(
  readFileSync(join(directory, 'weft.js.symbols'), 'utf8'),
  readFileSync(list, 'utf8'),
);
mkdirSync(out, { recursive: true });
writeFileSync(names, late.join('\n'));
const modules = ['weft.wasm', 'weft_late.wasm'].map((name) => join(out, name));
const outputs = modules.flatMap((module, i) => [`-o${i + 1}`, module]);
const features = FEATURES.map((feature) => `--enable-${feature}`);
/** @param {string} program @param {string[]} words */
const run = (program, ...words) =>
  execFileSync(join(binaryen, program), [...features, ...words], { stdio: 'inherit' });
const whole = join(directory, 'weft.wasm');
run('wasm-split', whole, ...outputs, `--split-funcs=@${names}`, ...(keepNames ? ['-g'] : []));
if (!keepNames) for (const module of modules) run('wasm-opt', '-Oz', module, '-o', module);
