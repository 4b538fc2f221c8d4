import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { diagnose } from './support/diagnostics.mjs';
import { openChangedSite, partOf } from './support/site.mjs';
import { describeInEachBrowser } from './support/suite.mjs';

describeInEachBrowser('Workers that fail', ({ test }) => {
  for (const file of ['count-worker.js', 'weft_counter.wasm']) {
    test(`that cannot start fail every file: no ${file}`, { open: false }, async (visit) => {
      visit.troubles.expect(/404|count-worker|weft_counter/);
      await openChangedSite(visit, (root) => rmSync(partOf(root, file)));
      const { page } = visit;
      const before = await diagnose(visit);
      const { files } = await page.evaluate(() => globalThis.weft.run({ mode: 'workers', concurrency: 3 }));
      assert.equal(files.length, 10);
      for (const { path, error } of files) {
        assert.equal(error?.code, 'ENOTSUP', path);
        assert.match(error.message, /^Cannot read \/data\/.*: the workers did not start: .* \(ENOTSUP\)\.$/);
      }
      assert.deepEqual(await diagnose(visit), before);
      assert.equal((await page.evaluate(() => globalThis.weft.run({ mode: 'async' }))).totals.files, 10);
    });
  }

  for (const [what, patch] of /** @type {[string, () => void][]} */ ([
    [
      'made',
      () => {
        const Real = Worker;
        const Refused = function (/** @type {URL} */ url) {
          if (!String(url).includes('io-worker')) throw new DOMException('not here', 'SecurityError');
          return new Real(url);
        };
        Object.assign(globalThis, { Worker: Refused });
      },
    ],
    [
      'given a file',
      () => {
        const { postMessage } = Worker.prototype;
        Worker.prototype.postMessage = function (/** @type {any} */ message) {
          if ('count' in message) throw new DOMException('not here', 'DataCloneError');
          postMessage.call(this, message);
        };
      },
    ],
  ])) {
    test(`that cannot be ${what} fail every file`, { open: false }, async (visit) => {
      const { weft, page } = visit;
      await page.evaluateOnNewDocument(patch);
      await weft.open();
      const before = await diagnose(visit);
      const { files } = await page.evaluate(() => globalThis.weft.run({ mode: 'workers', concurrency: 3 }));
      assert.equal(files.length, 10);
      for (const { path, error } of files) {
        assert.equal(error?.code, 'ENOTSUP', path);
        assert.match(error.message, /the workers did not start: not here \(ENOTSUP\)\.$/);
      }
      assert.deepEqual(await diagnose(visit), before);
    });
  }

  test('that never answer fail the files they had', { open: false }, async (visit) => {
    const { page } = visit;
    // For the pool's patience the time has come at once.
    await page.evaluateOnNewDocument(() => {
      const { setTimeout } = globalThis;
      const hurry = (/** @type {() => void} */ call, /** @type {number} */ ms) =>
        setTimeout(call, ms < 60_000 ? ms : 0);
      Object.assign(globalThis, { setTimeout: hurry });
    });
    await openChangedSite(visit, (root) => writeFileSync(partOf(root, 'count-worker.js'), ''));
    const before = await diagnose(visit);
    const { files } = await page.evaluate(() => globalThis.weft.run({ mode: 'workers', concurrency: 3 }));
    for (const { status, error } of files) {
      assert.equal(status, 'failed');
      assert.match(error?.message ?? '', /: the workers did not start: it does not answer \(ENOTSUP\)\.$/);
    }
    assert.deepEqual(await diagnose(visit), before);
  });

  test('that break down fail the files they had', { open: false }, async (visit) => {
    visit.troubles.expect(/broken on purpose/);
    const script = `onmessage = ({ data }) => {
      if (!('count' in data)) return;
      postMessage({ progress: data.count, count: { figures: new Float64Array(9), reads: 1, waitMs: 0, cpuMs: 0 } });
      throw new Error('broken on purpose');
    };`;
    await openChangedSite(visit, (root) => writeFileSync(partOf(root, 'count-worker.js'), script));
    const { page } = visit;
    const { files } = await page.evaluate(() => globalThis.weft.run({ mode: 'workers' }));
    assert.equal(files.length, 10);
    for (const { error } of files) {
      assert.equal(error?.code, 'EIO');
      assert.match(error.message, /the worker stopped: .*broken on purpose/);
    }
    assert.equal((await page.evaluate(() => globalThis.weft.diagnostics())).workers.alive, 0);
  });
});
