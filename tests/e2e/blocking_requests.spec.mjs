// Reads that block by requests: on a host whose page is not isolated, in a browser that refuses the service worker.

import assert from 'node:assert/strict';
import { appendFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { describeInEachBrowser } from './support/suite.mjs';
import { countWithPython, figuresOf } from './support/oracle.mjs';

/** The browser tells the console too. */
const LOST_FILE = /ERR_FILE_NOT_FOUND|ERR_UPLOAD_FILE_CHANGED|NotFound|NotReadable/;

const CHANGED = /the file changed since it was added \(EIO\)\.$/;
const LOST = /it may be gone, or have changed \(EIO\)\.$/;

function refuseServiceWorker() {
  Object.defineProperty(navigator, 'serviceWorker', { value: undefined });
}

describeInEachBrowser('Reads that block by requests', ({ test, kind }) => {
  // Chromium refuses whatever has changed, and does not tell it from what is gone.
  const changed = kind.name === 'Firefox' ? CHANGED : LOST;

  test('notice a file that has changed', { isolated: false, open: false }, async (visit) => {
    const { weft, page, disk, troubles } = visit;
    troubles.expect(LOST_FILE);
    await page.evaluateOnNewDocument(refuseServiceWorker);
    await weft.open();
    assert.equal(await page.evaluate(() => globalThis.weft.blockingReads), 'sync-xhr');
    await weft.clearList();
    const paths = disk.writeAll({
      'good.txt': 'one two\n',
      'deleted.txt': 'gone soon',
      'shrunk.txt': 'long '.repeat(1000),
      'grown.txt': 'short, but some chunks',
      'grown by a byte.txt': 'short, but some more chunks',
      'empty, gone.txt': '',
      'empty, grown.txt': '',
      'empty.txt': '',
    });
    await weft.dropAndWait(paths, paths.length);
    rmSync(paths[1]);
    truncateSync(paths[2], 10);
    appendFileSync(paths[3], ', and longer now\n');
    appendFileSync(paths[4], '.');
    rmSync(paths[5]);
    writeFileSync(paths[6], 'no longer empty\n');
    const good = await countWithPython([paths[0], paths[7]]);
    for (const chunkBytes of [3, 65_536]) {
      const { files } = await page.evaluate(
        (bytes) => globalThis.weft.run({ mode: 'sync', chunkBytes: bytes }),
        chunkBytes,
      );
      assert.deepEqual([figuresOf(files[0]), figuresOf(files[7])], good);
      const failures = files.map(({ error }) => error?.message ?? 'none');
      for (const [at, words] of [
        [1, LOST],
        [2, changed],
        [3, changed],
        [4, changed],
        [5, LOST],
        [6, changed],
      ])
        assert.match(
          failures[Number(at)],
          /** @type {RegExp} */ (words),
          `${files[Number(at)].path}, ${chunkBytes}`,
        );
    }
  });
});
