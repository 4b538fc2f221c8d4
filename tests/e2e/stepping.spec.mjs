import assert from 'node:assert/strict';
import { holdReads, letGo, untilHeld } from './support/gates.mjs';
import { describeInEachBrowser } from './support/suite.mjs';

/**
 * @typedef {import('./support/weft_page.mjs').WeftPage} WeftPage
 * @typedef {import('./support/suite.mjs').Visit} Visit
 */

const FILES = { 'a.txt': 'alpha\nalef\r\nanna', 'b.txt': 'beta\n', 'c.txt': 'gamma\n\ngimel\n' };

/** The lines in the order in which the files take turns. */
const ROUND_ROBIN = [
  ['/drop/a.txt', 1, 0, 'alpha'],
  ['/drop/b.txt', 1, 0, 'beta'],
  ['/drop/c.txt', 1, 0, 'gamma'],
  ['/drop/a.txt', 2, 6, 'alef'],
  ['/drop/c.txt', 2, 6, ''],
  ['/drop/a.txt', 3, 12, 'anna'],
  ['/drop/c.txt', 3, 7, 'gimel'],
];

/** @param {Visit} visit */
async function openLines({ weft, disk }) {
  await weft.clearList();
  await weft.dropAndWait(disk.writeAll(FILES), 3);
  await weft.click('Lines', 'tab');
  await weft.see('A generator waits to be asked');
}

/** @param {WeftPage} weft @param {string | RegExp} state */
const seeState = (weft, state) => weft.see('Generator', { role: 'status', value: state });

/** @param {WeftPage} weft @returns {Promise<string[]>} lines of the panel, oldest first */
async function shownLines(weft) {
  const widgets = await weft.widgets();
  return widgets
    .filter(({ role, value }) => role === 'row' && /:\d+$/.test(value))
    .map(({ value, label }) => `${value} ${label}`);
}

/** Waits until nothing of the stepper is left. @param {Visit} visit @param {number} idleFibers */
async function seeNothingLeft({ page }, idleFibers) {
  await page.waitForFunction(
    (idle) => {
      const { openFiles, liveFibers, pendingOperations } = globalThis.weft.diagnostics();
      return openFiles === 0 && liveFibers === idle && pendingOperations === 0;
    },
    { timeout: 30_000 },
    idleFibers,
  );
}

/** @param {Visit} visit */
const liveFibers = ({ page }) => page.evaluate(() => globalThis.weft.diagnostics().liveFibers);

describeInEachBrowser('Stepping', ({ test }) => {
  test('with Next, over all files interleaved', async (visit) => {
    const { weft } = visit;
    await openLines(visit);
    const idle = await liveFibers(visit);
    for (const [path, number, , text] of ROUND_ROBIN) {
      await weft.click('Next', 'button');
      const name = String(path).replace('/drop/', '');
      await seeState(weft, new RegExp(`^suspended at line ${number} of ${name}$`));
      await weft.see(text === '' ? '(empty line)' : String(text), {
        role: 'row',
        value: `${name}:${number}`,
      });
    }
    await weft.click('Next', 'button');
    await seeState(weft, 'finished');
    await weft.see('Next', { role: 'button', disabled: true });
    await seeNothingLeft(visit, idle);
  });

  test('with Next 10, over one file', async (visit) => {
    const { weft, disk, page } = visit;
    const lines = Array.from({ length: 25 }, (_, index) => `line ${index + 1}`);
    await weft.clearList();
    await weft.dropAndWait([disk.write('other.txt', 'x\n'), disk.write('long.txt', lines.join('\n'))], 2);
    await weft.click('Lines', 'tab');
    await weft.click('Lines of', 'button');
    await weft.click('long.txt', 'radio');
    // The list of files has to be gone: a press beside it only closes it.
    await weft.untilSettled();
    await weft.click('Next 10', 'button');
    await seeState(weft, 'suspended at line 10 of long.txt');
    assert.equal(await page.evaluate(() => globalThis.weft.diagnostics().openFiles), 1);
    await weft.click('Next 10', 'button');
    await seeState(weft, 'suspended at line 20 of long.txt');
    await weft.click('Next 10', 'button');
    await seeState(weft, 'finished');
    await weft.see('line 25', { role: 'row', value: 'long.txt:25' });
    assert.equal((await shownLines(weft)).at(-1), 'long.txt:25 line 25');
  });

  test('plays by itself, pauses, and restarts', async (visit) => {
    const { weft, disk, page } = visit;
    await weft.clearList();
    await weft.dropAndWait(
      [disk.write('long.txt', Array.from({ length: 5000 }, (_, index) => `l${index + 1}`).join('\n'))],
      1,
    );
    await weft.click('Lines', 'tab');
    await weft.click('Play', 'button');
    await page.waitForFunction(() =>
      globalThis.weft
        .widgets()
        .some(({ role, value }) => role === 'row' && /^long\.txt:([4-9]|\d\d+)$/.test(value)),
    );
    await weft.click('Pause', 'button');
    await weft.see('Play', { role: 'button' });
    const { value: state } = await seeState(weft, /^suspended at line \d+ of long.txt$/);
    const [number] = state.match(/\d+/) ?? [];
    await weft.see(`l${number}`, { role: 'row', value: `long.txt:${number}` });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    await seeState(weft, state);
    await weft.click('Restart', 'button');
    await weft.click('Next', 'button');
    await seeState(weft, 'suspended at line 1 of long.txt');
  });

  test('closing half-way closes the files', async (visit) => {
    const { weft, page } = visit;
    await openLines(visit);
    const idle = await liveFibers(visit);
    await weft.click('Next', 'button');
    await weft.click('Next', 'button');
    await seeState(weft, /^suspended at line 1 of b.txt$/);
    assert.ok((await page.evaluate(() => globalThis.weft.diagnostics().openFiles)) > 0);
    await weft.click('Close', 'button');
    await weft.see('Close', { role: 'button', disabled: true });
    await seeNothingLeft(visit, idle);
    await weft.click('Next', 'button');
    await seeState(weft, 'suspended at line 1 of a.txt');
  });

  test('closing while a read is under way', async (visit) => {
    const { weft, page } = visit;
    await openLines(visit);
    const idle = await liveFibers(visit);
    await holdReads(page);
    await weft.click('Next 10', 'button');
    await untilHeld(page, 'reads');
    await seeState(weft, 'waiting for a read');
    await weft.click('Close', 'button');
    await seeNothingLeft(visit, idle);
    await letGo(page, 'reads');
  });

  test('by script: round robin, offsets, the end, and close', async (visit) => {
    const { page } = visit;
    await openLines(visit);
    const idle = await liveFibers(visit);
    const { lines, after, states } = await page.evaluate(async () => {
      const stepper = globalThis.weft.lines();
      const states = [stepper.state];
      const lines = await stepper.next();
      states.push(stepper.state);
      for (;;) {
        const more = await stepper.next(3);
        lines.push(...more);
        if (more.length === 0) break;
      }
      const after = await stepper.next(5);
      states.push(stepper.state);
      stepper.close();
      states.push(stepper.state);
      return { lines, after, states };
    });
    assert.deepEqual(
      lines.map(({ path, number, offset, text }) => [path, number, offset, text]),
      ROUND_ROBIN,
    );
    assert.deepEqual(after, []);
    assert.deepEqual(states, ['not started', 'suspended at line 1 of a.txt', 'finished', 'closed']);
    await seeNothingLeft(visit, idle);

    const one = await page.evaluate(async () => {
      const stepper = globalThis.weft.lines(['/drop/c.txt']);
      const lines = await stepper.next(2);
      stepper.close();
      stepper.close();
      return { lines, after: await stepper.next(2).catch((error) => String(error)) };
    });
    assert.deepEqual(
      one.lines.map(({ text }) => text),
      ['gamma', ''],
    );
    await seeNothingLeft(visit, idle);
  });

  test('shows what is no UTF-8 as replacement characters', async ({ weft, disk, page }) => {
    await weft.clearList();
    await weft.dropAndWait(
      [disk.write('bad.txt', Uint8Array.from([0x61, 0xff, 0x62, 0x0a, 0xe2, 0x82, 0x0a, 0x00, 0x63]))],
      1,
    );
    const lines = await page.evaluate(() => globalThis.weft.lines().next(5));
    assert.deepEqual(
      lines.map(({ text, offset }) => [text, offset]),
      [
        ['a\ufffdb', 0],
        ['\ufffd', 4],
        ['\0c', 7],
      ],
    );
    await weft.click('Lines', 'tab');
    await weft.click('Next', 'button');
    await weft.see('a\ufffdb', { role: 'row' });
  });
});
