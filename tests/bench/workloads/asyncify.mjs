// What Asyncify costs the page: the same objects are linked with and without it. A function that it leaves alone is as
// fast as it would be without, so what counts for drawing is whether there is more code in it.

import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILD, options } from '../options.mjs';
import { runProgram } from '../peers/install.mjs';
import { compared } from '../results.mjs';
import { measuredOf } from '../rounds.mjs';
import { functionsOf } from '../wasm_functions.mjs';

const ALLOWED_SIZE = 1.05;
const ALLOWED_DRAWING = 1.02;
const IS_DRAWING = /\b(ImGui|Im[A-Z]\w+|weft::ui)::/;

/** @param {string} name @param {(command: string) => string} change */
async function link(name, change) {
  const { stdout } = await runProgram('ninja', ['-C', options.page, '-t', 'commands', 'weft.js']);
  const command = stdout.trim().split('\n').at(-1) ?? '';
  const folder = join(BUILD, 'bench-asyncify', name);
  await mkdir(folder, { recursive: true });
  const own = change(command).replace('-o weft.js', `-o ${folder}/weft.js`);
  await runProgram('bash', ['-c', own.replace(/^: && | && :/g, '')], { cwd: options.page });
  return functionsOf(new Uint8Array(await readFile(join(folder, 'weft.wasm'))));
}

/** @param {{name: string, length: number}[]} functions @param {RegExp} [wanted] */
const bytesOf = (functions, wanted = /^/) =>
  functions.filter(({ name }) => wanted.test(name)).reduce((sum, { length }) => sum + length, 0);

export async function asyncify() {
  const instrumented = await link('with', (command) => command);
  const plain = await link('without', (command) => command.replace(/-sBINARYEN_EXTRA_PASSES=\S+/, ''));
  /** @param {string} workload @param {number} allowed @param {RegExp} [wanted] */
  const compare = (workload, allowed, wanted) =>
    compared(
      workload,
      'the same without Asyncify',
      measuredOf('with', [bytesOf(instrumented, wanted)]),
      measuredOf('without', [bytesOf(plain, wanted)]),
      { unit: 'bytes', target: 1 / allowed },
    );
  return [
    compare('asyncify, all code', ALLOWED_SIZE),
    compare('asyncify, code that draws', ALLOWED_DRAWING, IS_DRAWING),
  ];
}
