// Does by `fetch` what http-protocol.js asks for: on the page, and in workers.

/** @typedef {import('./http-protocol.js').Answer} Answer */

/**
 * What the generator returns. Once `signal` is aborted there are no answers any more.
 * @template Result
 * @param {import('./http-protocol.js').Steps<Result>} steps
 * @param {AbortSignal} [signal]
 * @returns {Promise<Result>}
 */
export async function drive(steps, signal) {
  /** @type {Response | undefined} */
  let answer;
  try {
    let step = steps.next();
    while (!step.done) {
      const { ask, range, take } = step.value;
      if (ask) {
        drop(answer);
        answer = await request(ask, range, signal);
        step = steps.next(answer && describe(answer));
      } else if (take) {
        step = steps.next(await takeBytes(answer, take));
      } else {
        step = steps.next(await answer?.blob().catch(() => undefined));
      }
    }
    return step.value;
  } finally {
    drop(answer);
  }
}

/**
 * Answers are not kept by the browser: what is read is what the server has now.
 * @param {string} url
 * @param {[first: number, last: number]} [range]
 * @param {AbortSignal} [signal]
 */
function request(url, range, signal) {
  /** @type {Record<string, string>} */
  const headers = range ? { Range: `bytes=${range[0]}-${range[1]}` } : {};
  return fetch(url, { headers, signal, cache: 'no-store' }).catch(() => undefined);
}

/** @param {Response} response @returns {Answer} */
const describe = ({ status, headers }) => ({ status, header: (name) => headers.get(name) });

/**
 * No more of a body is taken than there is room for, whatever the server sends.
 * @param {Response | undefined} answer
 * @param {number} count
 */
async function takeBytes(answer, count) {
  const bytes = new Uint8Array(count);
  let at = 0;
  try {
    for await (const part of partsOf(/** @type {ReadableStream<Uint8Array>} */ (answer?.body))) {
      if (at + part.length > count) return undefined;
      bytes.set(part, at);
      at += part.length;
    }
  } catch {
    return undefined;
  }
  return at === count ? bytes : undefined;
}

/** A stream cannot be iterated over in every browser. @param {ReadableStream<Uint8Array>} body */
async function* partsOf(body) {
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** @param {Response | undefined} answer */
function drop(answer) {
  answer?.body?.cancel().catch(() => {});
}
