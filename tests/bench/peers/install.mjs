import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export const runProgram = promisify(execFile);

/**
 * What `install` returns; null, with the reason told, where it cannot be had.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} install
 */
export async function installOrNull(name, install) {
  try {
    return await install();
  } catch (error) {
    console.error(`${name} is left out: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}
