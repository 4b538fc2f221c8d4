// How the workers read files on web servers: by what the page's own thread reads with, http-*.lib.js.

import { collected } from './library-collector.js';
import './errors.lib.js';
import './http-protocol.lib.js';
import './http-fetch.lib.js';

/**
 * What is read by ranges, as the page has opened it.
 * @typedef {{url: string, size: number, version: string}} Resource
 */

const protocol =
  /** @type {{read: (resource: Resource, offset: number, count: number) => Generator<unknown, Uint8Array[]>}} */ (
    collected('WeftHttpProtocol')
  );
const { drive } = /** @type {{drive: <T>(steps: Generator<unknown, T>) => Promise<T>}} */ (
  collected('WeftFetch')
);

/**
 * What goes wrong is thrown as the page throws it.
 * @param {Resource} resource
 * @param {number} offset
 * @param {number} size  within the resource's
 * @returns {Promise<Uint8Array>}
 */
export async function readResource(resource, offset, size) {
  const pieces = await drive(protocol.read(resource, offset, size));
  if (pieces.length === 1) return pieces[0];
  return new Uint8Array(await new Blob(/** @type {any} */ (pieces)).arrayBuffer());
}
