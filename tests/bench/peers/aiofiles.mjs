// Python's aiofiles, unpacked when the bench needs it.

import { fileURLToPath } from 'node:url';
import { installOrNull, runProgram } from './install.mjs';

/** @type {Promise<string | null> | undefined} */
let found;

/** The directory that goes on PYTHONPATH; null if it cannot be had. */
export function aiofilesDirectory() {
  found ??= installOrNull('aiofiles', async () => {
    const { stdout } = await runProgram(fileURLToPath(new URL('./aiofiles.sh', import.meta.url)), []);
    return stdout.trim();
  });
  return found;
}
