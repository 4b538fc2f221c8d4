// Copies of the built site, for tests that take something away from it or put something else in.

import { cpSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const SITE = process.env.WEFT_SITE ?? fileURLToPath(new URL('../../../build/site', import.meta.url));

/** @param {import('./disk.mjs').Disk} disk @returns {string} where it is */
export function copySite(disk) {
  const root = join(disk.root, 'site');
  cpSync(SITE, root, { recursive: true });
  return root;
}

/** The name of the folder with the parts of this version. @param {string} root @returns {string} */
export function partsFolder(root) {
  const name = readdirSync(root).find((entry) => entry.startsWith('parts-'));
  if (!name) throw new Error(`no parts in ${root}`);
  return name;
}

/** @param {string} root @param {string} name @returns {string} */
export const partOf = (root, name) => join(root, partsFolder(root), name);

/** Puts a next version, which differs by its name alone, in the place of this one. @param {string} root */
export function deploy(root) {
  const old = partsFolder(root);
  const next = `parts-${'0'.repeat(16)}`;
  renameSync(join(root, old), join(root, next));
  const page = join(root, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replaceAll(old, next));
}

/** A copy of the site, changed. @param {import('./suite.mjs').Visit} visit @param {(root: string) => void} change */
export async function openChangedSite({ weft, disk, openSite }, change) {
  const root = copySite(disk);
  change(root);
  weft.url = await openSite(root);
  await weft.open();
}
