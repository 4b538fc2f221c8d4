// The page within a sandboxed frame, which is of no origin: storage, workers from a server and more throw there.

import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { copySite, partOf } from './support/site.mjs';
import { describeInEachBrowser } from './support/suite.mjs';

const FRAME = `<!doctype html><meta charset="utf-8" /><title>A sandbox</title><link rel="icon" href="icons/weft.svg" />
<iframe sandbox="allow-scripts" src="index.html" style="position: fixed; inset: 0; width: 100%; height: 100%; border: 0"></iframe>`;

/** The page in the frame, once it works. @param {import('./support/suite.mjs').Visit} visit @param {string} root */
async function openFrame({ page, openSite }, root) {
  writeFileSync(join(root, 'frame.html'), FRAME);
  const url = await openSite(root);
  await page.goto(`${url}frame.html`, { waitUntil: 'load' });
  const frame = await page.waitForFrame((inner) => inner.url().endsWith('/index.html'));
  await frame.waitForFunction(
    () => 'weft' in globalThis || document.querySelector('#trouble:not([hidden])') !== null,
  );
  assert.equal(
    await frame.evaluate(() => document.querySelector('#trouble:not([hidden])')?.textContent),
    undefined,
  );
  assert.equal(await frame.evaluate(() => globalThis.origin), 'null');
  await frame.evaluate(() => globalThis.weft.ready);
  return { frame, url };
}

/** A server that lets other origins have a file, but send it no headers of their own. */
async function startStrictServer() {
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('Cache-Control', 'no-cache');
    response.writeHead(request.method === 'GET' ? 200 : 204).end('one two\nthree\n');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://localhost:${port}/strict.txt`, close };
}

const MODES = /** @type {const} */ (['sync', 'async', 'workers']);

describeInEachBrowser('A sandboxed frame', ({ test }) => {
  for (const isolated of [true, false]) {
    const words = isolated ? '' : 'not ';
    test(`has a page that works, ${words}isolated`, { open: false, isolated }, async (visit) => {
      const { frame } = await openFrame(visit, copySite(visit.disk));
      await frame.evaluate(() => globalThis.weft.addFiles([new File(['one two\nthree\n'], 'mine.txt')]));
      const log = await frame.evaluate(() => globalThis.weft.log().join('\n'));
      assert.match(log, /The sample files are kept in memory/);
      for (const mode of MODES) {
        const { files } = await frame.evaluate((wanted) => globalThis.weft.run({ mode: wanted }), mode);
        const mine = files.find(({ path }) => path === '/drop/mine.txt');
        assert.deepEqual([mine?.status, mine?.lines, mine?.words, mine?.bytes], ['done', 2, 3, 14], mode);
        assert.equal(files.length, 11);
      }
      visit.note(await frame.evaluate(() => globalThis.weft.blockingReads));
      await frame.evaluate(() => globalThis.weft.configure({ concurrency: 3 }));
      const settings = /Settings hold for this visit only/;
      assert.equal(
        (await frame.evaluate(() => globalThis.weft.log())).filter((line) => settings.test(line)).length,
        1,
      );
    });
  }

  test('reads files of a server in every mode, its own one’s too', { open: false }, async (visit) => {
    // Browsers tell the console what a page of another origin is not let send and see, although it then does without.
    visit.troubles.expect(/CORS|ERR_FAILED|BAD_URI|Cross-Origin|unsafe header/i);
    const strict = await startStrictServer();
    try {
      const root = copySite(visit.disk);
      writeFileSync(join(root, 'words.txt'), 'one two\nthree\n');
      const { frame, url } = await openFrame(visit, root);
      for (const mode of MODES) {
        const { files } = await frame.evaluate(
          (urls, wanted) => {
            globalThis.weft.clear();
            for (const url of urls) globalThis.weft.addUrl(url);
            return globalThis.weft.run({ mode: wanted });
          },
          [strict.url, `${url}words.txt`],
          mode,
        );
        const figures = files.map(({ status, lines, words, bytes }) => [status, lines, words, bytes]);
        assert.deepEqual(figures[0], ['done', 2, 3, 14], `${mode}: ${files[0].error?.message}`);
        if (mode !== 'sync') assert.deepEqual(figures[1], ['done', 2, 3, 14], mode);
        // The page's own server, which allows no header that says so, may have been answered for from the cache.
        else
          assert.match(
            `${figures[1]} ${files[1].error?.message}`,
            /^done,2,3,14|may not be what the server has now/,
          );
      }
    } finally {
      strict.close();
    }
  });

  test('needs no worker that could not help it', { open: false, isolated: false }, async (visit) => {
    const root = copySite(visit.disk);
    rmSync(partOf(root, 'io-worker.js'));
    const { frame } = await openFrame(visit, root);
    assert.equal(await frame.evaluate(() => globalThis.weft.blockingReads), 'sync-xhr');
    assert.equal((await frame.evaluate(() => globalThis.weft.run({ mode: 'sync' }))).totals.files, 10);
  });
});
