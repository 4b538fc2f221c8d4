// Requests that block the thread. A page may only have text from those, so bytes travel as characters: in the charset
// x-user-defined, the low eight bits of a character are the byte. But a byte-order mark at the front wins over any charset.

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {(name: string) => string | null} header
 * @property {Uint8Array} bytes  empty but for status 206
 */

/** @param {string} text */
function toBytes(text) {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; ++at) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/**
 * @param {string} method
 * @param {string} url
 * @param {[number, number]} [range]  the first and the last byte
 */
function send(method, url, range) {
  const request = new XMLHttpRequest();
  request.open(method, url, false);
  request.overrideMimeType('text/plain; charset=x-user-defined');
  if (range) request.setRequestHeader('Range', `bytes=${range[0]}-${range[1]}`);
  request.send();
  return request;
}

/**
 * @param {number} _id
 * @param {Blob} blob
 * @param {number} offset
 * @param {number} size
 * @param {import('./blocking-io.js').Take} take
 */
export function readBlobByXhr(_id, blob, offset, size, take) {
  // The dot keeps a byte-order mark from the front.
  const url = URL.createObjectURL(new Blob(['.', blob.slice(offset, offset + size)]));
  try {
    const bytes = toBytes(send('GET', url).responseText).subarray(1, 1 + size);
    take(bytes, 0);
    return bytes.length;
  } catch {
    throw new DOMException('the browser could not read it', 'NotReadableError');
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * The status, the headers and, if the server offers ranges, the bytes of a part of what is at `url`. It throws where
 * there is no connection.
 * @param {string} url
 * @param {number} offset
 * @param {number} size  not 0
 * @returns {Answer}
 */
export function getRangeBlocking(url, offset, size) {
  const request = send('GET', url, [offset, offset + size - 1]);
  const answer = {
    status: request.status,
    header: (/** @type {string} */ name) => request.getResponseHeader(name),
  };
  if (answer.status !== 206) return { ...answer, bytes: new Uint8Array() };
  const length = Number(answer.header('content-length') ?? size);
  const text = request.responseText;
  if (text.length >= length) return { ...answer, bytes: toBytes(text) };
  // A mark was taken for what it is not. One byte alone is none.
  const first = getRangeBlocking(url, offset, 1).bytes;
  const rest = getRangeBlocking(url, offset + 1, length - 1).bytes;
  return { ...answer, bytes: new Uint8Array([...first, ...rest]) };
}

/**
 * The size that the server reports for what is at `url`; undefined if it does not.
 * @param {string} url
 * @returns {number | undefined}
 */
export function getSizeBlocking(url) {
  const length = send('HEAD', url).getResponseHeader('content-length');
  return length === null ? undefined : Number(length);
}
