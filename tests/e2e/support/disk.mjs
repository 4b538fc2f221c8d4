// A directory of real files for one test, gone when the test is over.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export class Disk {
  constructor() {
    this.root = mkdtempSync(join(tmpdir(), 'weft-e2e-'));
  }

  /**
   * @param {string} name may contain folders
   * @param {string | Uint8Array} content
   * @returns {string} the file's path
   */
  write(name, content) {
    const path = join(this.root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  /** @param {Record<string, string | Uint8Array>} files @returns {string[]} their paths, in the same order */
  writeAll(files) {
    return Object.entries(files).map(([name, content]) => this.write(name, content));
  }

  remove() {
    rmSync(this.root, { recursive: true, force: true });
  }
}
