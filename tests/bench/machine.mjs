import { cpus, release, totalmem, type } from 'node:os';
import { runProgram } from './peers/install.mjs';
import { ROOT, options } from './options.mjs';
import { PYODIDE_VERSION, pyodideDirectory } from './peers/pyodide.mjs';

export function machine() {
  const [{ model }] = cpus();
  const gib = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${model.trim()}, ${gib} GiB, ${type()} ${release()}, no graphics card`;
}

/** The first line that a program says of itself. @param {string} program @param {string[]} words */
async function firstLine(program, words) {
  try {
    const { stdout } = await runProgram(program, words, { cwd: ROOT });
    return stdout.split('\n')[0].trim();
  } catch {
    return 'unknown';
  }
}

/** @param {string} browser */
export async function versions(browser) {
  return {
    weft: await firstLine('git', ['describe', '--always', '--dirty']),
    browser,
    node: process.version,
    python: await firstLine(options.python, ['--version']),
    wc: await firstLine('wc', ['--version']),
    pyodide: (await pyodideDirectory()) ? PYODIDE_VERSION : 'missing',
  };
}
