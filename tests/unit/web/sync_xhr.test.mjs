// Requests that block, over a browser whose answers are written down here.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { FakeFile, beFirefox } from './fake_files.mjs';
import { decode } from './fake_xhr.mjs';

beFirefox();

/** @type {Map<string, {bytes: Uint8Array}>} */
const blobs = new Map();
URL.createObjectURL = (/** @type {any} */ blob) => {
  const url = `blob:${blobs.size}`;
  blobs.set(url, blob);
  return url;
};
URL.revokeObjectURL = () => {};

/** @typedef {{status?: number, headers?: Record<string, string>, body?: Uint8Array}} Answer  without a body, none */
/** @type {(asked: Record<string, string>) => Answer} */
let serve;
/** What was asked, in order. @type {{url: string, asked: Record<string, string>, charset: string}[]} */
let requests = [];

class ScriptedXhr {
  status = 0;
  responseText = '';
  responseURL = '';
  #url = '';
  #charset = '';
  /** @type {Record<string, string>} */
  #asked = {};
  /** @type {Record<string, string>} */
  #headers = {};

  /** @param {string} _method @param {string} url */
  open(_method, url) {
    this.#url = this.responseURL = url;
  }

  /** @param {string} type */
  overrideMimeType(type) {
    this.#charset = String(type.split('charset=')[1]);
  }

  /** @param {string} name @param {string} value */
  setRequestHeader(name, value) {
    this.#asked[name.toLowerCase()] = value;
  }

  send() {
    requests.push({ url: this.#url, asked: this.#asked, charset: this.#charset });
    const { status, headers, body } = blobs.has(this.#url)
      ? { status: 200, headers: {}, body: blobs.get(this.#url)?.bytes }
      : serve(this.#asked);
    if (!body) throw new DOMException('nothing has come', 'NetworkError');
    this.status = status ?? 200;
    this.#headers = headers ?? {};
    this.responseText = decode(body, this.#charset);
  }

  /** @param {string} name */
  getResponseHeader(name) {
    return this.#headers[name] ?? null;
  }
}

const HERE = 'http://here';
const ELSEWHERE = 'http://elsewhere/file';
const AT_HOME = `${HERE}/file`;

Object.assign(globalThis, {
  XMLHttpRequest: ScriptedXhr,
  location: new URL(`${HERE}/index.html`),
  origin: HERE,
});
const { readBlobByXhr, requestBlocking } = await import('../../../web/vfs/sync-xhr.js');

beforeEach(() => {
  requests = [];
  blobs.clear();
  Object.assign(globalThis, { origin: HERE });
});

/** Chunk by chunk; a read that brings another count than it should ends it. @param {FakeFile} file @param {number} chunkBytes */
function readAll(file, chunkBytes) {
  /** @type {number[]} */
  const bytes = [];
  for (let at = 0; at < file.size; at += chunkBytes) {
    const size = Math.min(chunkBytes, file.size - at);
    const take = (/** @type {Uint8Array} */ part) => void bytes.push(...part);
    const count = readBlobByXhr(1, /** @type {any} */ (file), at, size, take);
    if (count !== size) return `${count} bytes instead of ${size}`;
  }
  return Buffer.from(bytes).toString();
}

for (const text of ['even', 'odd', '\ufeffmarked', 'a', `lone ${'\xff\xd8'}`]) {
  for (const chunkBytes of [1, 2, 3, 100]) {
    test(`a blob is read as it is, and not when it has grown: ${JSON.stringify(text)} by ${chunkBytes}`, () => {
      const file = new FakeFile(text);
      assert.equal(readAll(file, chunkBytes), text);
      for (const more of ['.', '..', ' and more']) {
        file.replace(text + more);
        const read = () => {
          throw new Error(readAll(file, chunkBytes));
        };
        assert.throws(read, /the file changed since it was added|bytes instead of/, JSON.stringify(more));
      }
    });
  }
}

test('what ends in half of a pair shows that it has grown by a byte', () => {
  const file = new FakeFile('');
  file.bytes = Uint8Array.of(0x61, 0x62, 0x00, 0xd8);
  file.size = 4;
  assert.equal(readAll(file, 2).length, 4);
  file.bytes = Uint8Array.of(0x61, 0x62, 0x00, 0xd8, 0x63);
  assert.throws(() => readAll(file, 2), /the file changed/);
});

/** @param {string} text @param {Record<string, string>} [headers] */
const answerOf = (text, headers = {}) => ({
  headers: { 'content-length': String(new TextEncoder().encode(text).length), ...headers },
  body: new TextEncoder().encode(text),
});

for (const text of ['', 'x', '\x80']) {
  const body = Uint8Array.from(text, (one) => one.charCodeAt(0));
  test(`a body of ${body.length} bytes from elsewhere is what its length says, asked for once: ${JSON.stringify(text)}`, () => {
    serve = () => ({ headers: { 'content-length': String(body.length) }, body });
    assert.deepEqual(requestBlocking(ELSEWHERE)?.bytes(), body);
    assert.deepEqual(requestBlocking(ELSEWHERE, [0, 0])?.bytes(body.length), body);
    assert.equal(requests.length, 2);
  });
}

test('a body from elsewhere that may have lost a mark is not taken', () => {
  for (const text of ['\ufeff', '\ufeffx']) {
    serve = () => answerOf(text);
    assert.equal(requestBlocking(ELSEWHERE)?.bytes(), undefined);
  }
  serve = () => ({ body: Uint8Array.of(0x78) });
  assert.equal(requestBlocking(ELSEWHERE)?.bytes(1), undefined, 'its length is not known');
});

test('in a frame without an origin no server is its own', () => {
  Object.assign(globalThis, { origin: 'null' });
  serve = (asked) => ('cache-control' in asked ? {} : answerOf('some words'));
  const answer = requestBlocking(AT_HOME);
  assert.equal(answer?.status, 200, 'it is asked again without the header that it does not allow');
  assert.deepEqual(answer.bytes(), new TextEncoder().encode('some words'));
  // What a body is packed in is not shown, so that its length proves nothing.
  serve = () => ({ headers: { 'content-length': '3' }, body: new TextEncoder().encode('abc') });
  requests = [];
  requestBlocking(AT_HOME)?.bytes();
  assert.equal(requests.length, 2);
});

for (const [rule, isKept] of /** @type {[string, boolean][]} */ ([
  ['max-age=3600', true],
  ['Max-Age=3600', true],
  ['public, MAX-AGE=1', true],
  ['max-age=0', false],
  ['Max-Age=0, must-revalidate', false],
  ['max-age="0"', false],
  ['No-Cache', false],
  ['no-cache="set-cookie", max-age=60', true],
  ['NO-STORE', false],
  ['private', false],
])) {
  test(`what comes with "${rule}" may ${isKept ? '' : 'not '}have been kept`, () => {
    serve = (asked) => ('cache-control' in asked ? {} : answerOf('words', { 'cache-control': rule }));
    assert.equal(requestBlocking(ELSEWHERE)?.isKept, isKept);
  });
}
