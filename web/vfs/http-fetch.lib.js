// @ts-nocheck The names that the linker makes are unknown to it.
// Does by `fetch` what http-protocol.lib.js asks for: on the page, and in workers (web/counter/part-reader.js).
addToLibrary({
  $WeftFetch: {
    /** What the generator returns. Once `signal` is aborted there are no answers any more. */
    drive: async (steps, signal) => {
      let answer;
      try {
        let step = steps.next();
        while (!step.done) {
          const { ask, range, take } = step.value;
          if (ask) {
            WeftFetch.drop(answer);
            answer = await WeftFetch.ask(ask, range, signal);
            step = steps.next(answer && WeftFetch.describe(answer));
          } else if (take) {
            step = steps.next(await WeftFetch.take(answer, take));
          } else {
            step = steps.next(await answer.blob().catch(() => undefined));
          }
        }
        return step.value;
      } finally {
        WeftFetch.drop(answer);
      }
    },

    /** Answers are not kept by the browser: what is read is what the server has now. */
    ask: (url, range, signal) => {
      const headers = range ? { Range: `bytes=${range[0]}-${range[1]}` } : {};
      return fetch(url, { headers, signal, cache: 'no-store' }).catch(() => undefined);
    },

    describe: ({ status, headers }) => ({ status, header: (name) => headers.get(name) }),

    /** No more of a body is taken than there is room for, whatever the server sends. */
    take: async ({ body }, count) => {
      const bytes = new Uint8Array(count);
      let at = 0;
      try {
        for await (const part of WeftFetch.partsOf(body)) {
          if (at + part.length > count) return undefined;
          bytes.set(part, at);
          at += part.length;
        }
      } catch {
        return undefined;
      }
      return at === count ? bytes : undefined;
    },

    /** A stream cannot be iterated over in every browser. */
    partsOf: async function* (body) {
      const reader = body.getReader();
      try {
        for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
      } finally {
        reader.cancel().catch(() => {});
      }
    },

    drop(answer) {
      answer?.body?.cancel().catch(() => {});
    },
  },
});
