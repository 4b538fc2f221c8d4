// How the workers read files on web servers: by what the page's own thread reads with.

import { drive } from './shared/http-fetch.js';
import { read } from './shared/http-protocol.js';

/**
 * What goes wrong is thrown as the page throws it.
 * @param {import('./shared/http-protocol.js').Resource} resource  as the page has opened it
 * @param {number} offset
 * @param {number} size  within the resource's
 * @returns {Promise<Uint8Array>}
 */
export async function readResource(resource, offset, size) {
  const pieces = await drive(read(resource, offset, size));
  if (pieces.length === 1) return pieces[0];
  return new Uint8Array(await new Blob(/** @type {any} */ (pieces)).arrayBuffer());
}
