// Pyodide, fetched when the bench needs it: 13 MB that nothing else wants.

import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILD } from '../options.mjs';
import { installOrNull, runProgram } from './install.mjs';

export const PYODIDE_VERSION = '314.0.7';
const PREFIX = join(BUILD, 'bench-peers');

/** @type {Promise<string | null> | undefined} */
let found;

/** Where its files are; null if it cannot be had. */
export function pyodideDirectory() {
  found ??= installOrNull('pyodide', async () => {
    const directory = join(PREFIX, 'node_modules/pyodide');
    if (existsSync(directory)) return directory;
    await mkdir(PREFIX, { recursive: true });
    const quiet = ['--no-fund', '--no-audit', '--no-save', '--loglevel=error'];
    await runProgram('npm', ['install', ...quiet, '--prefix', PREFIX, `pyodide@${PYODIDE_VERSION}`]);
    return directory;
  });
  return found;
}
