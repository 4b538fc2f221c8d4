// A synchronous XMLHttpRequest for Node: a worker fetches, this thread waits.

import { MessageChannel, Worker, receiveMessageOnPort } from 'node:worker_threads';

const SCRIPT = `
const { workerData } = require('node:worker_threads');
const { port, turns } = workerData;
port.on('message', async ({ url, headers }) => {
  let answer;
  try {
    const got = await fetch(url, { headers, cache: 'no-store' });
    answer = { status: got.status, url: got.url, headers: [...got.headers], body: new Uint8Array(await got.arrayBuffer()) };
  } catch {}
  port.postMessage({ answer });
  Atomics.add(turns, 0, 1);
  Atomics.notify(turns, 0);
});`;

const turns = new Int32Array(new SharedArrayBuffer(4));
const { port1, port2 } = new MessageChannel();
const worker = new Worker(SCRIPT, { eval: true, workerData: { port: port2, turns }, transferList: [port2] });
worker.unref();
port1.unref();

/** As a browser does it. @param {Uint8Array} bytes @param {string} charset */
export function decode(bytes, charset) {
  const starts = (/** @type {number[]} */ ...mark) => mark.every((byte, at) => bytes[at] === byte);
  if (starts(0xef, 0xbb, 0xbf)) return new TextDecoder('utf-8').decode(bytes);
  if (starts(0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  if (starts(0xff, 0xfe) || charset === 'utf-16le') return new TextDecoder('utf-16le').decode(bytes);
  return Array.from(bytes, (byte) => String.fromCharCode(byte < 0x80 ? byte : 0xf700 + byte)).join('');
}

const nothingHasCome = () => new DOMException('nothing has come', 'NetworkError');

export class FakeXhr {
  /** The headers that are shown. */
  static shown = /./;
  /** Those that may be sent. */
  static allowed = /./;

  static close() {
    worker.terminate();
  }

  status = 0;
  responseText = '';
  responseURL = '';
  #url = '';
  #charset = '';
  /** @type {Record<string, string>} */
  #asked = {};
  #got = new Headers();

  /** @param {string} _method @param {string} url */
  open(_method, url) {
    this.#url = url;
  }

  /** @param {string} type */
  overrideMimeType(type) {
    this.#charset = String(type.split('charset=')[1]);
  }

  /** @param {string} name @param {string} value */
  setRequestHeader(name, value) {
    this.#asked[name] = value;
  }

  send() {
    if (!Object.keys(this.#asked).every((name) => FakeXhr.allowed.test(name))) throw nothingHasCome();
    const turn = Atomics.load(turns, 0);
    port1.postMessage({ url: this.#url, headers: this.#asked });
    Atomics.wait(turns, 0, turn);
    const { answer } = receiveMessageOnPort(port1)?.message ?? {};
    if (!answer) throw nothingHasCome();
    this.status = answer.status;
    this.responseURL = answer.url;
    this.#got = new Headers(answer.headers);
    this.responseText = decode(answer.body, this.#charset);
  }

  /** @param {string} name */
  getResponseHeader(name) {
    return FakeXhr.shown.test(name) ? this.#got.get(name) : null;
  }
}
