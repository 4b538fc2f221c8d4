// A web server for the tests: files that a test puts there, with and without ranges, and answers that go wrong.
//   PUT /files/<name>       keeps the body
//   GET /files/<name>       by ranges, with an ETag
//   GET /plain/<name>       the same file from a server that knows no ranges
//   GET /shared/<name>      readable by other origins, which do not get to see the headers
//   GET /nameless/<name>    by ranges, without an ETag
//   GET /packed/<name>      compressed, whether one accepts that or not; parts too
//   GET /short/<name>       by ranges, but no more than 500 bytes at a time; /tiny/<name> a single one
//   GET /shifted/<name>     each part of more than one byte begins later than was asked for
//   GET /lavish/<name>      by ranges, but a last byte of 0 is taken for none, as sirv does
//   GET /status/<code>      that status
//   GET /asked/<name>       how often it was asked for that file
//   GET /silent/<name>      no answer, until the client hangs up; GET /hung-up tells how often that happened
// Everything else comes from `root`, with the headers that make a page cross-origin isolated, unless `isolated` is false.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';

/** @typedef {{bytes: Buffer, version: number}} Stored */

/** Where files are read by ranges. */
const PLACES = ['files', 'shared', 'nameless', 'short', 'tiny', 'shifted', 'lavish'];

/** The most bytes of one part. @type {Record<string, number>} */
const MOST = { short: 500, tiny: 1 };

/**
 * @param {string} place
 * @param {Stored} file
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function answerRange(place, { bytes, version }, request, response) {
  if (place !== 'nameless') response.setHeader('ETag', `"${version}"`);
  response.setHeader('Accept-Ranges', 'bytes');
  const range = request.headers.range?.match(/^bytes=(\d+)-(\d+)$/);
  if (!range) return answerWhole({ bytes, version }, request, response);
  const lastWanted = place === 'lavish' ? Number(range[2]) || bytes.length - 1 : Number(range[2]);
  const [wanted, end] = [Number(range[1]), Math.min(lastWanted + 1, bytes.length)];
  const isShifted = place === 'shifted' && end - wanted > 1;
  const first = isShifted ? wanted + 1 : wanted;
  const last = Math.min(end, first + (MOST[place] ?? Infinity)) - 1;
  if (first > last) {
    response.writeHead(416, { 'Content-Range': `bytes */${bytes.length}` }).end();
    return undefined;
  }
  const part = bytes.subarray(first, last + 1);
  const headers = {
    'Content-Range': `bytes ${first}-${last}/${bytes.length}`,
    'Content-Length': part.length,
  };
  response.writeHead(206, headers).end(part);
  return undefined;
}

/**
 * @param {Stored} file
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function answerWhole({ bytes }, request, response) {
  response.writeHead(200, { 'Content-Length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** @param {import('node:http').IncomingMessage} request */
async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

/**
 * @param {string} root
 * @param {boolean} isolated
 */
function createStaticHandler(root, isolated) {
  const require = createRequire(new URL('../../../../web/package.json', import.meta.url));
  const serve = require('sirv')(root, { dev: true });
  return (/** @type {import('node:http').IncomingMessage} */ request, /** @type {any} */ response) => {
    if (isolated) {
      response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
      response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    }
    serve(request, response, () => response.writeHead(404).end());
  };
}

/**
 * @param {{root?: string, isolated?: boolean}} [options]
 * @returns {Promise<{url: string, close: () => void}>}
 */
export async function startTestServer({ root, isolated = true } = {}) {
  /** @type {Map<string, Stored>} */
  const files = new Map();
  /** @type {Map<string, number>} */
  const asked = new Map();
  let versions = 0;
  let hungUp = 0;
  const serveStatic = root ? createStaticHandler(root, isolated) : undefined;

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, place, name] = pathname.match(/^\/([^/]+)\/?(.*)$/) ?? [];
    const file = files.get(name);
    if (place !== 'asked') asked.set(name, (asked.get(name) ?? 0) + 1);
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    if (place === 'files' && request.method === 'PUT') {
      files.set(name, { bytes: await bodyOf(request), version: ++versions });
      response.writeHead(204).end();
    } else if (place === 'silent') {
      response.on('close', () => ++hungUp);
    } else if (place === 'hung-up') {
      response.end(String(hungUp));
    } else if (place === 'asked') {
      response.end(String(asked.get(name) ?? 0));
    } else if (place === 'status') {
      response.writeHead(Number(name)).end();
    } else if (place === 'plain' && file) {
      answerWhole(file, request, response);
    } else if (place === 'packed' && file) {
      response.setHeader('Content-Encoding', 'gzip');
      answerRange(place, { ...file, bytes: gzipSync(file.bytes) }, request, response);
    } else if (PLACES.includes(place) && file) {
      if (place === 'shared') response.setHeader('Access-Control-Allow-Origin', '*');
      answerRange(place, file, request, response);
    } else if (serveStatic) {
      serveStatic(request, response);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
