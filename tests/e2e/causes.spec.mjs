import assert from 'node:assert/strict';
import { describeInEachBrowser } from './support/suite.mjs';

/** Long enough that reads and turns stand clear of what the page itself takes. */
const LATENCY_MS = 30;
/** Reads take most of a run, however busy the machine is. */
const MOST_LATENCY_MS = 150;

/** @param {import('./support/weft_page.mjs').WeftPage} weft @param {Partial<import('../../web/program/weft.js').Settings>} settings */
async function run(weft, settings) {
  const report = await weft.page.evaluate((wanted) => globalThis.weft.run(wanted), settings);
  await weft.untilIdle();
  return report;
}

/** @param {Record<string, number>} shares */
const sumOf = (shares) => Object.values(shares).reduce((sum, share) => sum + share, 0);

/** What the page tells of the selected stretch. @param {import('./support/weft_page.mjs').WeftPage} weft */
async function told(weft) {
  const found = (await weft.widgets()).find(
    ({ role, label }) => role === 'status' && label.startsWith('From '),
  );
  return found?.label ?? '';
}

/** @param {import('./support/weft_page.mjs').WeftPage} weft @param {number} count of files that stay in the list */
async function keepFiles(weft, count) {
  await weft.clearList();
  await weft.page.evaluate(
    (names) => globalThis.weft.addFiles(names.map((name) => new File([`one line of ${name}\n`], name))),
    Array.from({ length: count }, (_, index) => `part_${index + 1}`),
  );
  await weft.untilFiles(count);
}

describeInEachBrowser('Causes', ({ test }) => {
  test('a run says what it went to, and its parts add up', async ({ weft }) => {
    for (const mode of /** @type {const} */ (['sync', 'async', 'workers'])) {
      const { criticalPath, wallMs, verdict, estimates } = await run(weft, {
        mode,
        latencyMs: MOST_LATENCY_MS,
      });
      assert.ok(Math.abs(sumOf({ ...criticalPath.shares }) - 1) < 1e-9, `${mode}: the shares add to 1`);
      const { steps } = criticalPath;
      assert.equal(steps[0].from, 0);
      assert.ok(Math.abs(steps[steps.length - 1].to - wallMs) < 1e-6, `${mode}: to the end of the run`);
      for (const [index, step] of steps.entries())
        if (index > 0) assert.ok(Math.abs(step.from - steps[index - 1].to) < 1e-6, `${mode}: no gap`);
      assert.match(verdict, /^Of \S+ .?s, \d+ % went to /);
      assert.ok(!estimates.some(({ settings }) => settings.mode === mode && !settings.concurrency));
      assert.ok(estimates.length >= 2 && estimates.every(({ wallMs: estimated }) => estimated > 0));
      const main = { sync: 'blocked', async: 'reads', workers: 'workers' }[mode];
      const { [main]: most = 0, ...others } = { ...criticalPath.shares };
      assert.ok(
        Object.values(others).every((share) => share <= most),
        `${mode}: ${main} most`,
      );
    }
  });

  test('the panel tells it, and a press puts an estimate to the test', async ({ weft }) => {
    await weft.click('Why', 'tab');
    await weft.see('Why did it take so long?');
    const { verdict } = await run(weft, { mode: 'async', concurrency: 2, latencyMs: LATENCY_MS });
    await weft.see(verdict, { role: 'text' });
    await weft.see(/^\d.* to .*: .* waited .* for its read of .*\.$/, { role: 'row' });
    await weft.click('Try 4 files at once', 'button');
    await weft.see(/^Estimated for 4 files at once: .*s\. Measured: .*s\.$/, { role: 'status' });
  });

  test('keys follow the chain of causes from the last file to the first, and go back', async ({
    weft,
    page,
  }) => {
    await keepFiles(weft, 4);
    await run(weft, { mode: 'async', concurrency: 1, latencyMs: LATENCY_MS });
    /** @type {string[]} */
    const first = [];
    for (let step = 0; step < 40 && first[0] !== 'part_1'; step++) {
      await page.keyboard.press(',');
      await weft.untilDrawn();
      const [name] = /part_\d/.exec(await told(weft)) ?? [];
      if (name && name !== first[0]) first.unshift(name);
    }
    assert.deepEqual(first, ['part_1', 'part_2', 'part_3', 'part_4']);
    const there = await told(weft);
    await page.keyboard.press('.');
    await weft.untilDrawn();
    assert.notEqual(await told(weft), there);
    await weft.click('Close', 'button');
    while ((await told(weft)) !== '') await weft.untilDrawn();
  });

  test('a click on a stretch tells who had the permit, and a button goes to that file', async ({
    weft,
    page,
  }) => {
    await keepFiles(weft, 2);
    const { criticalPath, wallMs } = await run(weft, {
      mode: 'async',
      concurrency: 1,
      latencyMs: LATENCY_MS,
    });
    const turn = criticalPath.steps.find(({ fiber }) => fiber === 'part_2');
    assert.ok(turn);
    const { x, y, width } = await weft.see('Timeline of fibers', { role: 'img' });
    // In the third lane, after those of the run and the first file, shortly before it gets its turn. The names of lanes
    // stand before the axis.
    const left = x + 150;
    const place = left + (x + width - left) * ((0.95 * turn.from) / wallMs);
    await page.mouse.click(place, y + 2.5 * 22);
    await weft.see(
      /^From .*: part_2 waited .* for its turn: the only one was taken\. part_1 let go after its read of 19 B\.$/,
      {
        role: 'status',
      },
    );
    await weft.click('To its cause', 'button');
    await weft.see(/^From .*: part_1 /, { role: 'status' });
    // It may have stood ready, and have computed, for a while before it let go.
    let steps = 1;
    for (; steps < 4 && !/ waited .* for its read/.test(await told(weft)); steps++) {
      const before = await told(weft);
      await weft.click('To its cause', 'button');
      while ((await told(weft)) === before) await weft.untilDrawn();
    }
    await weft.see(/^From .*: part_1 waited .* for its read of 19 B/, { role: 'status' });
    for (; steps > 0; steps--) await weft.click('Back', 'button');
    await weft.see(/^From .*: part_2 waited .* for its turn/, { role: 'status' });
  });

  test('the trace holds each read once, and an arrow for what let a fiber go on', async ({ weft, page }) => {
    for (const mode of /** @type {const} */ (['async', 'sync'])) {
      const { reads, files } = await run(weft, { mode, chunkBytes: 500 });
      /** @type {{traceEvents: {ph: string, name?: string, cat?: string, args?: {path?: string, got?: number}}[]}} */
      const { traceEvents } = JSON.parse(await page.evaluate(() => globalThis.weft.trace()));
      const found = traceEvents.filter(({ ph, name, cat }) => ph === 'X' && /read/.test(`${name} ${cat}`));
      assert.equal(found.length, reads);
      for (const { path, bytes } of files) {
        const got = found.filter(({ args }) => args?.path === path).map(({ args }) => args?.got ?? 0);
        assert.equal(
          got.reduce((sum, part) => sum + part, 0),
          bytes,
          `${mode}: the reads of ${path} bring all of it`,
        );
      }
      const count = (/** @type {string} */ phase) => traceEvents.filter(({ ph }) => ph === phase).length;
      assert.equal(count('B'), count('E'));
      assert.equal(count('s'), count('f'));
      assert.equal(count('f') > 0, mode === 'async');
    }
  });

  test('which fiber made which is told, and copied as text', async ({ weft, page, kind }) => {
    await keepFiles(weft, 2);
    await run(weft, { mode: 'async' });
    await weft.click('Why', 'tab');
    await weft.click('Copy the tree', 'button');
    await weft.untilDrawn();
    assert.match(
      await kind.readClipboard(page),
      /(^|\n)run: done\r?\n {2}part_1: done\r?\n {2}part_2: done\r?\n/,
    );
  });
});
