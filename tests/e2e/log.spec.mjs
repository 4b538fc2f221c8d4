import assert from 'node:assert/strict';
import { describeInEachBrowser } from './support/suite.mjs';

const PROCESSED = Array.from(
  { length: 10 },
  (_, index) => `Processed file_${String(index + 1).padStart(2, '0')}.txt: 50 lines, 250 words`,
);

/** @param {string[]} log the lesson's lines only */
function assertLesson(log) {
  assert.deepEqual(log.slice(0, 3), [
    '--- Generating sample files ---',
    'Created 10 sample files in data/',
    '--- Sync file processing ---',
  ]);
  assert.deepEqual(log.slice(3, 13), PROCESSED, 'sync works in the order given');
  assert.match(log[13], /^Sync total: ~\d+\.\d\d seconds$/);
  assert.equal(log[14], '--- Async file processing ---');
  assert.deepEqual(log.slice(15, 25).sort(), PROCESSED, 'async works in an order of its own');
  assert.match(log[25], /^Async total: ~\d+\.\d\d seconds$/);
  assert.equal(log[26], '--- Async generator demo ---');
  const yielded = log.slice(27);
  assert.ok(yielded.length > 0);
  const turns = yielded.map((_, index) => {
    const file = String((index % 10) + 1).padStart(2, '0');
    return `Yielded line ${Math.floor(index / 10) + 1} from file_${file}.txt`;
  });
  assert.deepEqual(yielded, turns, 'the generators take turns');
}

describeInEachBrowser('The log', ({ test }) => {
  test('tells the whole lesson', async ({ weft, page }) => {
    await weft.click('Log', 'tab');
    const before = (await weft.log()).length;
    await weft.click('Run the whole lesson', 'button');
    await weft.untilLogged(/^Yielded/, 20);
    await weft.untilIdle();
    assertLesson((await weft.log()).slice(before));
    await weft.see((await weft.log()).at(-1) ?? '', { role: 'text' });
    assert.equal(await page.evaluate(() => globalThis.weft.diagnostics().openFiles), 0);
  });

  test('tells the lesson of the samples alone, whatever else is in the list', async ({ weft, disk }) => {
    await weft.dropAndWait([disk.write('mine.txt', 'not part of it')], 11);
    const before = (await weft.log()).length;
    await weft.click('Run the whole lesson', 'button');
    await weft.untilLogged(/^Yielded/, 20);
    await weft.untilIdle();
    assertLesson((await weft.log()).slice(before));
    await weft.untilFiles(11);
  });

  test('can be copied and cleared', async ({ weft, page, kind }) => {
    await weft.click('Log', 'tab');
    await weft.runToEnd();
    const lines = await weft.log();
    assert.ok(lines.length > 10);
    await weft.click('Copy', 'button');
    await weft.untilDrawn();
    assert.equal((await kind.readClipboard(page)).replaceAll('\r\n', '\n'), `${lines.join('\n')}\n`);
    await weft.click('Clear', 'button');
    await weft.see('Nothing to tell yet');
    assert.deepEqual(await weft.log(), []);
  });

  test('grows with every run, in completion order', async ({ weft, page }) => {
    const before = (await weft.log()).length;
    const { files } = await page.evaluate(() => globalThis.weft.run({ mode: 'async', latencyMs: 5 }));
    const done = files
      .toSorted((a, b) => a.order - b.order)
      .map((row) => `Processed ${row.path.slice('/data/'.length)}: ${row.lines} lines, ${row.words} words`);
    const log = (await weft.log()).slice(before);
    assert.equal(log[0], '--- Async file processing ---');
    assert.deepEqual(log.slice(1, 11), done);
    assert.match(log[11], /^Async total: ~\d+\.\d\d seconds$/);
    assert.equal(log.length, 12);
  });
});
