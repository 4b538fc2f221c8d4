// Limits to what may hang.

import { setTimeout as sleep } from 'node:timers/promises';

/**
 * @param {Promise<unknown>} work
 * @param {number} ms
 * @returns {Promise<boolean>} whether it has gone well within that time; if not, it may still be under way
 */
export async function goesWell(work, ms) {
  const isOver = new AbortController();
  const ended = work.then(
    () => true,
    () => false,
  );
  const isLate = sleep(ms, false, { signal: isOver.signal }).catch(() => false);
  return Promise.race([ended, isLate]).finally(() => isOver.abort());
}
