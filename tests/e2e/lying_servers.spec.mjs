// Files by URL from servers that lie and change at random, here and elsewhere: what is counted is what the server had, or
// the file fails with a sentence, in every mode. WEFT_FUZZ_FILES and WEFT_FUZZ_SEED repeat or lengthen it.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import sirv from 'sirv';
import { LyingFile, createLiar } from '../unit/web/lying_server.mjs';
import { countWithPython, figuresOf } from './support/oracle.mjs';
import { SITE } from './support/site.mjs';
import { describeInEachBrowser } from './support/suite.mjs';
import { CROSS_ORIGIN } from './support/troubles.mjs';

const FILES = Number(process.env.WEFT_FUZZ_FILES ?? 24);
const SEED = Number(process.env.WEFT_FUZZ_SEED ?? Date.now() % 1e9);
const MODES = /** @type {const} */ (['sync', 'async', 'workers']);

/** What a browser says of what a liar answers; all else would be the page's own. */
const NETWORK_TROUBLES = [
  /^(failed request|answer \d+): \S+\/\d+\/(sync|async|workers)/,
  /^console: Failed to load resource/,
  CROSS_ORIGIN,
];

/** @param {import('node:http').RequestListener} listener */
async function listen(listener) {
  const server = createServer(listener);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://localhost:${port}`, close };
}

/** The page with a liar beside it, and one elsewhere, of whose headers the page sees some or all. */
async function startServers() {
  const serve = sirv(SITE, { dev: true });
  const [lie, lieElsewhere] = [createLiar(), createLiar()];
  const here = await listen((request, response) => {
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    if (/^\/\d/.test(request.url ?? '')) return lie(request, response);
    return serve(request, response, () => void response.writeHead(404).end());
  });
  const elsewhere = await listen((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    const isOpen = /^\/\d*[02468]\//.test(request.url ?? '');
    if (isOpen) response.setHeader('Access-Control-Expose-Headers', '*');
    if (request.method !== 'OPTIONS') return lieElsewhere(request, response);
    if (isOpen) response.setHeader('Access-Control-Allow-Headers', '*');
    return void response.writeHead(204).end();
  });
  return { here, elsewhere };
}

/** What is counted of UTF-16 is what it would be in UTF-8, but for its bytes. @param {Uint8Array} content @param {object} figures */
function expectationOf(content, figures) {
  const isUtf16 = ['fffe', 'feff'].includes(Buffer.from(content.subarray(0, 2)).toString('hex'));
  return isUtf16 ? { bytes: content.length } : figures;
}

/** What may be counted of each file. @param {import('./support/disk.mjs').Disk} disk @param {number[]} seeds */
async function possibleFigures(disk, seeds) {
  const contents = seeds.flatMap((seed) => new LyingFile(seed).contents);
  const figures = await countWithPython(
    contents.map((content, index) => disk.write(`liar/${index}`, content)),
  );
  const expected = contents.map((content, index) => expectationOf(content, figures[index]));
  return seeds.map((_, index) => expected.slice(3 * index, 3 * index + 3));
}

describeInEachBrowser('Servers that lie', ({ test }) => {
  test(
    `cannot make a figure wrong (WEFT_FUZZ_SEED=${SEED}, ${FILES} files)`,
    { open: false, timeout: 120_000 + FILES * 6000 },
    async ({ weft, page, disk, troubles, note }) => {
      troubles.expect(...NETWORK_TROUBLES);
      const { here, elsewhere } = await startServers();
      try {
        const seeds = Array.from({ length: FILES }, (_, index) => SEED + index);
        const possible = await possibleFigures(disk, seeds);
        weft.url = `${here.url}/`;
        await weft.open();
        for (const mode of MODES) {
          const urls = seeds.map((seed) => `${(seed % 3 ? here : elsewhere).url}/${seed}/${mode}`);
          const { files } = await page.evaluate(
            (list, chosen) => {
              globalThis.weft.clear();
              for (const url of list) globalThis.weft.addUrl(url);
              return globalThis.weft.run(
                /** @type {any} */ ({ mode: chosen, chunkBytes: 700, latencyMs: 0 }),
              );
            },
            urls,
            mode,
          );
          for (const [index, row] of files.entries()) {
            const words = `${mode}, seed ${seeds[index]}: ${new LyingFile(seeds[index]).words}`;
            if (row.status === 'failed') {
              assert.match(row.error?.message ?? '', /^Cannot .*\(E[A-Z]+\)\.$/, words);
            } else {
              const counted = figuresOf(row);
              const isOneOfThem = possible[index].some((figures) =>
                isDeepStrictEqual({ ...counted, ...figures }, counted),
              );
              assert.ok(isOneOfThem, `${words}: ${JSON.stringify(counted)}`);
            }
          }
          const done = files.filter(({ status }) => status === 'done').length;
          assert.ok(done > 0, `${mode}: only ${done} of ${FILES} could be read`);
          note(`${mode}: ${done} of ${FILES} files were counted`);
        }
      } finally {
        here.close();
        elsewhere.close();
      }
    },
  );
});
