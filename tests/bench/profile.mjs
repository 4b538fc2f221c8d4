// Where the page's thread spends its time, in Chromium:
//   node tests/bench/profile.mjs WORK SET [OPTIONS AS JSON]      node tests/bench/profile.mjs runWeft large
// Functions have names in a site that was made after `node cmake/split-late.mjs` with names.

import { Stage } from './stage.mjs';

const SHOWN = 30;

/** @typedef {import('puppeteer-core').Protocol.Profiler.Profile} Profile */

/** @param {Profile} profile @returns {[string, number][]} functions and their own milliseconds, longest first */
function ownTimes({ nodes, samples = [], timeDeltas = [] }) {
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || '(nameless)'} ${url.split('/').at(-1)}:${lineNumber}`,
    ]),
  );
  /** @type {Map<string, number>} */
  const times = new Map();
  samples.forEach((node, i) => {
    const name = names.get(node) ?? '?';
    times.set(name, (times.get(name) ?? 0) + timeDeltas[i] / 1000);
  });
  return [...times].sort((a, b) => b[1] - a[1]);
}

const [work = 'runWeft', set = 'large', given = '{}'] = process.argv.slice(2);
const stage = await Stage.open();
await stage.upload(set);
await stage.time('takeFiles', set);
const workOptions = JSON.parse(given);
await stage.time(work, set, workOptions);
const session = await stage.page?.createCDPSession();
if (!session) throw new Error('there is no page');
await session.send('Profiler.enable');
await session.send('Profiler.setSamplingInterval', { interval: 200 });
await session.send('Profiler.start');
const { ms } = await stage.time(work, set, workOptions);
const { profile } = await session.send('Profiler.stop');
console.log(`${work} on ${set}: ${ms.toFixed(1)} ms`);
for (const [name, own] of ownTimes(profile).slice(0, SHOWN)) {
  console.log(`${own.toFixed(1).padStart(9)} ms  ${name}`);
}
await stage.close();
