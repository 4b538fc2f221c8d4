// Workers that read and count (count-worker.js). `Module.weftCounting` is one of these.
//
// A worker takes several files at a time and overlaps their reads, so as many files can be in flight as on fibers; what
// the workers add is more than one processor to count on. There are never more of them than files in work, or than the
// machine has cores, and they are kept for the next run.

import { fetchPart, fetchText, MissingPart, scriptOf } from './late-part.js';

/**
 * @typedef {import('../counter/count-worker.js').Count} Count
 * @typedef {import('../counter/count-worker.js').Order} Order
 * @typedef {import('../counter/count-worker.js').Failure} Failure
 * @typedef {object} Listener
 * @property {(count: Count) => void} progress
 * @property {(count: Count) => void} done
 * @property {(failure: Failure, count?: Count) => void} failed
 * @typedef {ReturnType<typeof setTimeout>} Timer
 * @typedef {{worker: Worker, jobs: Map<number, Listener>, hasSpoken: boolean, patience?: Timer}} Member
 */

/** A worker that has not said a word for so long never will. */
const PATIENCE_MS = 60_000;

/**
 * @typedef {{program: WebAssembly.Module, script: string}} Parts
 * @param {URL} workerUrl @param {URL} programUrl
 * @returns {Promise<Parts>}
 */
async function fetchParts(workerUrl, programUrl) {
  const compiling = fetchPart(programUrl)
    .then((answer) => answer.arrayBuffer())
    .then((bytes) => WebAssembly.compile(bytes));
  const [program, text] = await Promise.all([compiling, fetchText(workerUrl)]);
  return { program, script: scriptOf(text) };
}

/** @param {unknown} error @returns {Failure} */
const notStarted = (error) => ({
  name: 'NotStarted',
  message: error instanceof Error ? error.message : String(error),
});

export class CountingPool {
  /** The most workers that had something to do at the same time. */
  peakBusy = 0;
  /** The most workers that there ever are. */
  limit;

  /** @type {Set<Member>} */
  #members = new Set();
  /** Jobs that wait for the parts to arrive. @type {Set<number>} */
  #waiting = new Set();
  /** @type {Promise<Parts> | undefined} */
  #parts;
  #workerUrl;
  #programUrl;
  #tellMissing;

  /**
   * Starts nothing yet.
   * @param {URL} workerUrl  where count-worker.js is
   * @param {URL} programUrl  where weft_counter.wasm is
   * @param {() => void} tellMissing  the server has one of them no more
   * @param {number} limit  the most workers
   */
  constructor(workerUrl, programUrl, tellMissing, limit = navigator.hardwareConcurrency || 2) {
    this.#workerUrl = workerUrl;
    this.#programUrl = programUrl;
    this.#tellMissing = tellMissing;
    this.limit = limit;
  }

  /** Workers that live, and those that have something to do. */
  get census() {
    return { alive: this.#members.size, busy: this.#busy };
  }

  get #busy() {
    return [...this.#members].filter(({ jobs }) => jobs.size > 0).length;
  }

  resetPeak() {
    this.peakBusy = this.#busy;
  }

  /**
   * The listener hears of it later, never before this returns, and nothing after `abort`.
   * @param {number} id  no other job under way has it
   * @param {Order} order
   * @param {Listener} listener
   */
  async start(id, order, listener) {
    this.#waiting.add(id);
    try {
      const parts = await this.#fetchParts();
      if (this.#waiting.has(id)) this.#assign(this.#pick(parts), id, order, listener);
    } catch (error) {
      if (error instanceof MissingPart) this.#tellMissing();
      if (this.#waiting.has(id)) listener.failed(notStarted(error));
    } finally {
      this.#waiting.delete(id);
    }
  }

  /**
   * A worker that only had this job is ended, in the middle of whatever it does; another one is told to drop it.
   * @param {number} id
   */
  abort(id) {
    this.#waiting.delete(id);
    for (const member of this.#members) {
      if (!member.jobs.delete(id)) continue;
      if (member.jobs.size === 0) {
        this.#dismiss(member);
      } else {
        member.worker.postMessage({ abort: id });
      }
    }
  }

  /** What has not arrived is asked for again by the next job. @returns {Promise<Parts>} */
  #fetchParts() {
    this.#parts ??= fetchParts(this.#workerUrl, this.#programUrl).catch((error) => {
      this.#parts = undefined;
      throw error;
    });
    return this.#parts;
  }

  /** The worker with the fewest files: a new one, as long as all have some. @param {Parts} parts */
  #pick(parts) {
    const [least] = [...this.#members].sort((a, b) => a.jobs.size - b.jobs.size);
    if (least && (least.jobs.size === 0 || this.#members.size >= this.limit)) return least;
    return this.#hire(parts);
  }

  /** @param {Parts} parts @returns {Member} */
  #hire({ program, script }) {
    const worker = new Worker(script);
    /** @type {Member} */
    const member = { worker, jobs: new Map(), hasSpoken: false };
    worker.onmessage = ({ data }) => this.#hear(member, data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#lose(member, event.message || 'its script could not be loaded');
    };
    worker.onmessageerror = () => this.#lose(member, 'what it said could not be read');
    try {
      worker.postMessage({ program });
    } catch (error) {
      worker.terminate();
      throw error;
    }
    member.patience = setTimeout(() => this.#lose(member, 'it does not answer'), PATIENCE_MS);
    this.#members.add(member);
    return member;
  }

  /** @param {Member} member @param {number} id @param {Order} order @param {Listener} listener */
  #assign(member, id, order, listener) {
    member.worker.postMessage({ count: id, order });
    member.jobs.set(id, listener);
    this.peakBusy = Math.max(this.peakBusy, this.#busy);
  }

  /**
   * @param {Member} member
   * @param {{ready: true} | {progress: number, count: Count} | {done: number, count: Count} |
   *         {failed: number, failure: Failure, count: Count}} message
   */
  #hear(member, message) {
    member.hasSpoken = true;
    clearTimeout(member.patience);
    if ('ready' in message) return;
    if ('progress' in message) {
      member.jobs.get(message.progress)?.progress(message.count);
    } else if ('done' in message) {
      this.#take(member, message.done)?.done(message.count);
    } else {
      this.#take(member, message.failed)?.failed(message.failure, message.count);
    }
  }

  /** @param {Member} member @param {number} id */
  #take({ jobs }, id) {
    const listener = jobs.get(id);
    jobs.delete(id);
    return listener;
  }

  /** @param {Member} member @param {string} message */
  #lose(member, message) {
    this.#dismiss(member);
    const name = member.hasSpoken ? 'Stopped' : 'NotStarted';
    for (const listener of member.jobs.values()) listener.failed({ name, message });
    member.jobs.clear();
  }

  /** @param {Member} member */
  #dismiss(member) {
    this.#members.delete(member);
    clearTimeout(member.patience);
    member.worker.terminate();
  }
}
