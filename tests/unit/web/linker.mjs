// What Emscripten's linker makes of libraries, for tests without a program: their members are there by their names.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { runInThisContext } from 'node:vm';
import { toLibrary } from '../../../cmake/link-modules.mjs';

/** @param {string} path  below web: "vfs/reads.lib.js", "vfs/shared/http-fetch.js" */
function libraryOf(path) {
  const text = readFileSync(new URL(`../../../web/${path}`, import.meta.url), 'utf8');
  return path.endsWith('.lib.js') ? text : toLibrary(basename(path, '.js'), text);
}

/** @param {Record<string, unknown>} members */
function addToLibrary(members) {
  for (const [name, member] of Object.entries(members)) {
    if (!name.startsWith('$') || name.includes('__')) continue;
    const value = typeof member === 'string' ? runInThisContext(member) : member;
    Object.assign(globalThis, { [name.slice(1)]: value });
  }
}

/** @param {string[]} paths  those that others need first */
export function link(...paths) {
  Object.assign(globalThis, { addToLibrary });
  for (const path of paths) runInThisContext(libraryOf(path), { filename: path });
}
