// Files by URL whose server lets the browser keep them: what is counted is what the server has now, never what was kept.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { countWithPython, figuresOf } from './support/oracle.mjs';
import { copySite, partOf, partsFolder } from './support/site.mjs';
import { describeInEachBrowser } from './support/suite.mjs';
import { CROSS_ORIGIN } from './support/troubles.mjs';

/** @typedef {import('./support/suite.mjs').Visit} Visit */

const MODES = /** @type {const} */ (['sync', 'async', 'workers']);
/** Several reads each, and as long as one another. */
const [OLD, NEW] = ['one\n'.repeat(1500), 'a b\n'.repeat(1500)];

/** Parts of the site are served to be kept for a year. @param {Visit} visit @param {boolean} isElsewhere */
async function serveKept({ weft, disk, openSite }, isElsewhere) {
  const root = copySite(disk);
  weft.url = await openSite(root);
  await weft.open();
  const server = isElsewhere ? await openSite(root) : weft.url;
  return { file: partOf(root, 'kept.txt'), url: `${server}${partsFolder(root)}/kept.txt` };
}

/**
 * What the browser has at hand, or with `reload` what the server has, for the browser to keep.
 * @param {Visit} visit @param {string} url @param {RequestCache} [cache]
 */
const fetchPlainly = ({ page }, url, cache = 'default') =>
  page.evaluate(async (from, how) => (await fetch(from, { cache: how })).text(), url, cache);

/** @param {Visit} visit @param {string} url @param {typeof MODES[number]} mode */
const count = async ({ page }, url, mode) => {
  const { files } = await page.evaluate(
    (from, chosen) => {
      globalThis.weft.clear();
      globalThis.weft.addUrl(from);
      return globalThis.weft.run({ mode: chosen, chunkBytes: 1000 });
    },
    url,
    mode,
  );
  return files[0];
};

describeInEachBrowser('Answers that the browser keeps', ({ test }) => {
  for (const where of ['here', 'elsewhere']) {
    test(`are not counted, of a server ${where}`, { open: false }, async (visit) => {
      const { file, url } = await serveKept(visit, where === 'elsewhere');
      // A server elsewhere does not let a request say that it wants no kept answer.
      if (where === 'elsewhere')
        visit.troubles.expect(
          CROSS_ORIGIN,
          /^failed request: .*kept\.txt/,
          /^console: Failed to load resource/,
        );
      for (const mode of MODES) {
        const own = `${url}?${mode}`;
        writeFileSync(file, OLD);
        const [old] = await countWithPython([file]);
        const before = await count(visit, own, mode);
        // Only now: in Chromium a part that is read by XMLHttpRequest takes the place of a whole that was kept.
        assert.ok((await fetchPlainly(visit, own, 'reload')) === OLD);
        writeFileSync(file, NEW);
        const [now] = await countWithPython([file]);
        assert.ok((await fetchPlainly(visit, own)) === OLD, 'the browser has kept it');
        const after = await count(visit, own, mode);
        if (where === 'elsewhere' && mode === 'sync') {
          for (const { status, error } of [before, after]) {
            assert.equal(status, 'failed');
            assert.match(error?.message ?? '', /^Cannot open .* kept.*\(ENOTSUP\)\.$/);
          }
        } else {
          assert.deepEqual([before, after].map(figuresOf), [old, now], mode);
        }
      }
    });
  }
});
