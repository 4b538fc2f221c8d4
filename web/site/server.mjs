// The development server: build/site with the headers that a page needs for SharedArrayBuffer.
//   node web/site/server.mjs [--port 8080] [--root build/site] [--no-isolation]
// Tests start it in their own process: const {url, close} = await startServer({port: 0}).

import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sirv from 'sirv';

const SITE = fileURLToPath(new URL('../../build/site', import.meta.url));
const PORTS_TO_TRY = 20;

/** What is in there never changes; a changed part has another name. */
const VERSIONED = /\/parts-[0-9a-f]+\//;

/** As on other static hosts any page may have the files, a sandboxed frame too, which is of no origin. */
const OPEN_TO_ALL = {
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
};

/** Cross-origin isolation, which browsers ask for before they hand out shared memory. */
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<number>} the port that it listens on
 */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/**
 * Takes the next port while the wanted one is in use; 0 asks the system for any.
 * @param {import('node:http').Server} server
 * @param {number} wanted
 */
async function listenNear(server, wanted) {
  for (let port = wanted; ; port++) {
    try {
      return await listen(server, port);
    } catch (error) {
      const taken = /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE';
      if (!taken || port >= wanted + PORTS_TO_TRY) throw error;
    }
  }
}

/**
 * @param {{root?: string, port?: number, isolated?: boolean}} [options]
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function startServer({ root = SITE, port = 8080, isolated = true } = {}) {
  // dev: files are looked up on every request, so that a rebuild needs no restart.
  const serve = sirv(root, {
    dev: true,
    etag: true,
    setHeaders(response, path) {
      if (VERSIONED.test(path)) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    },
  });
  const server = createServer((request, response) => {
    const headers = { ...OPEN_TO_ALL, ...(isolated ? ISOLATION : {}) };
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    serve(request, response, () => void response.writeHead(404).end('not found\n'));
  });
  const actual = await listenNear(server, port);
  const close = () =>
    new Promise((/** @type {(value: void) => void} */ resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://localhost:${actual}/`, close };
}

async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8080' },
      root: { type: 'string', default: SITE },
      'no-isolation': { type: 'boolean', default: false },
    },
  });
  const { url } = await startServer({
    root: values.root,
    port: Number(values.port),
    isolated: !values['no-isolation'],
  });
  console.log(`Weft is at ${url}  (Ctrl-C stops it)`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
