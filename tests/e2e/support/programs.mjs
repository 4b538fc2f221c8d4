import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The program that the environment variable names, else the first of `names` on PATH.
 * @param {string} variable
 * @param {string[]} names
 */
export function findProgram(variable, names) {
  const named = process.env[variable];
  if (named) return named;
  const directories = (process.env.PATH ?? '').split(delimiter);
  for (const name of names) {
    const found = directories.map((directory) => join(directory, name)).find(isExecutable);
    if (found) return found;
  }
  throw new Error(`no ${names[0]} on PATH: install it, or set ${variable}`);
}
