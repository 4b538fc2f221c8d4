// Parts of a file as a worker reads them. Whatever goes wrong is thrown as the page can tell it apart; what it means,
// the page says (web/library/counting.js).

/** @typedef {import('./count-worker.js').Source} Source */

/** @param {string} name @param {object} [details] */
const failure = (name, details = {}) => Object.assign(new Error(name), { name, ...details });

/** @param {number} ms */
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {Blob} blob @param {number} offset @param {number} size */
async function readBlob(blob, offset, size) {
  // A whole file is read as such: Firefox shows only then that it has grown.
  const part = offset === 0 && size === blob.size ? blob : blob.slice(offset, offset + size);
  return new Uint8Array(await part.arrayBuffer());
}

/** @param {string} url @param {string | undefined} version @param {number} offset @param {number} size */
async function readRange(url, version, offset, size) {
  const headers = { Range: `bytes=${offset}-${offset + size - 1}` };
  const answer = await fetch(url, { headers, cache: 'no-store' }).catch(() => {
    throw failure('NoAnswer');
  });
  const present = answer.headers.get('etag') ?? answer.headers.get('last-modified') ?? undefined;
  const hasChanged = version && present && version !== present;
  if (!answer.ok || hasChanged) throw failure('Answered', { status: answer.status, version: present });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const part = answer.status === 206 ? bytes : bytes.subarray(offset, offset + size);
  return part.subarray(0, size);
}

/**
 * @param {Source} source
 * @param {number} offset
 * @param {number} size
 * @param {number} latencyMs  added to it
 */
export async function startRead(source, offset, size, latencyMs) {
  if (latencyMs > 0) await sleep(latencyMs);
  const bytes =
    'blob' in source
      ? await readBlob(source.blob, offset, size)
      : await readRange(source.url, source.version, offset, size);
  if (bytes.length !== size) throw failure('WrongSize');
  return bytes;
}
