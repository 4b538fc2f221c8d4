// The page within a sandboxed frame, which is of no origin: storage, workers from a server and more throw there.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySite } from './support/site.mjs';
import { describeInEachBrowser } from './support/suite.mjs';

const FRAME = `<!doctype html><meta charset="utf-8" /><title>A sandbox</title><link rel="icon" href="icons/weft.svg" />
<iframe sandbox="allow-scripts" src="index.html" style="position: fixed; inset: 0; width: 100%; height: 100%; border: 0"></iframe>`;

describeInEachBrowser('A sandboxed frame', ({ test }) => {
  for (const isolated of [true, false]) {
    test(
      `has a page that works, ${isolated ? '' : 'not '}isolated`,
      { open: false, isolated },
      async (visit) => {
        const { page, disk, openSite, note } = visit;
        const root = copySite(disk);
        writeFileSync(join(root, 'frame.html'), FRAME);
        await page.goto(`${await openSite(root)}frame.html`, { waitUntil: 'load' });
        const frame = await page.waitForFrame((inner) => inner.url().endsWith('/index.html'));
        await frame.waitForFunction(
          () => 'weft' in globalThis || document.querySelector('#trouble:not([hidden])') !== null,
        );
        assert.equal(
          await frame.evaluate(() => document.querySelector('#trouble:not([hidden])')?.textContent),
          undefined,
        );
        assert.equal(await frame.evaluate(() => globalThis.origin), 'null');
        await frame.evaluate(async () => {
          await globalThis.weft.ready;
          globalThis.weft.addFiles([new File(['one two\nthree\n'], 'mine.txt')]);
        });
        const log = await frame.evaluate(() => globalThis.weft.log().join('\n'));
        assert.match(log, /The sample files are kept in memory/);
        for (const mode of /** @type {const} */ (['sync', 'async', 'workers'])) {
          const { files } = await frame.evaluate((wanted) => globalThis.weft.run({ mode: wanted }), mode);
          const mine = files.find(({ path }) => path === '/drop/mine.txt');
          assert.deepEqual([mine?.status, mine?.lines, mine?.words, mine?.bytes], ['done', 2, 3, 14], mode);
          assert.equal(files.length, 11);
        }
        note(await frame.evaluate(() => globalThis.weft.blockingReads));
        await frame.evaluate(() => globalThis.weft.configure({ concurrency: 3 }));
        const settings = /Settings hold for this visit only/;
        assert.equal(
          (await frame.evaluate(() => globalThis.weft.log())).filter((line) => settings.test(line)).length,
          1,
        );
      },
    );
  }
});
