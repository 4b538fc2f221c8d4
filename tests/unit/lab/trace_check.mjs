// What a trace (Chrome trace events, JSON) holds: a line for its complete events, one for its counters, one for each track's
// balance, and every mistake against the format.

import { readFileSync } from 'node:fs';

/**
 * @typedef {{ph: string, pid?: number, tid?: number, ts?: number, dur?: number, id?: number, bp?: string, cat?: string, name?: string,
 *   args?: Record<string, unknown>}} Event
 */

/** @type {{traceEvents: Event[]}} */
const trace = JSON.parse(readFileSync(0, 'utf8'));
/** @type {string[]} */
const mistakes = [];
const isNumber = (/** @type {unknown} */ value) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** @type {Map<number, number[]>} */
const open = new Map();
/** The time that a track has come to. @type {Map<number, number>} */
const times = new Map();
/** The last of a track. @type {Map<number, Event>} */
const complete = new Map();
/** The ends of arrows that have been met, by their ids. @type {Map<number, Event>} */
const flows = new Map();
let arrows = 0;
for (const event of trace.traceEvents) {
  if (event.pid !== 1) mistakes.push('no pid');
  if (event.ph !== 'M' && !isNumber(event.ts)) mistakes.push(`${event.ph}: no time`);
  const tid = Number(event.tid);
  const ts = Number(event.ts);
  const stack = open.get(tid) ?? [];
  open.set(tid, stack);
  if (event.ph === 'B' || event.ph === 'E') {
    if (ts < (times.get(tid) ?? 0)) mistakes.push('a track goes back in time');
    times.set(tid, ts);
  }
  if (event.ph === 'X') complete.set(tid, event);
  if (event.ph === 's' || event.ph === 'f') {
    const { ts: from = 0, dur = 0 } = complete.get(tid) ?? {};
    const isIn = stack.length > 0 ? ts >= stack[stack.length - 1] : ts >= from && ts <= from + dur;
    if (!isIn) mistakes.push('an arrow beside what it belongs to');
    if (stack.length > 0) times.set(tid, ts);
  }
  if (event.ph === 'B') stack.push(ts);
  if (event.ph === 'E' && !(ts >= Number(stack.pop()))) mistakes.push('an end without its beginning');
  if (event.ph === 'X' && !isNumber(event.dur)) mistakes.push('a complete event without its length');
  if (event.ph === 's' || event.ph === 'f') {
    const other = flows.get(Number(event.id));
    if (event.bp !== 'e') mistakes.push('an arrow to the slice after it');
    if (!other) {
      flows.set(Number(event.id), event);
      continue;
    }
    const [from, to] = event.ph === 'f' ? [other, event] : [event, other];
    if (from.ph !== 's' || to.ph !== 'f' || Number(from.ts) > Number(to.ts))
      mistakes.push('an arrow back in time');
    flows.delete(Number(event.id));
    arrows += 1;
  }
}
if (flows.size > 0) mistakes.push('an arrow with one end');
if ([...open.values()].some((stack) => stack.length > 0)) mistakes.push('a beginning without its end');

const isRead = (/** @type {Event} */ event) => /read/i.test(`${event.name} ${event.cat}`);
const reads = trace.traceEvents.filter((event) => event.ph === 'X' && isRead(event));
const names = trace.traceEvents.filter(({ name }) => name === 'thread_name').map(({ args }) => args?.name);
const counts = trace.traceEvents.filter(({ ph }) => ph === 'C').map(({ args }) => Number(args?.reads));
process.stdout.write(
  [
    ...new Set(mistakes),
    `reads: ${reads.map(({ args }) => `${args?.path} ${args?.offset}+${args?.bytes}=${args?.got}`).join(', ')}`,
    `most in flight: ${Math.max(0, ...counts)}, at the end: ${counts.at(-1) ?? 0}`,
    `arrows: ${arrows > 0 ? 'some' : 'none'}`,
    `tracks: ${names.join(', ')}`,
  ].join('\n'),
);
