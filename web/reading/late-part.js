/**
 * A part of the page that is fetched when it is first needed: the server may have another version by then, without it.
 */
export class MissingPart extends Error {
  /** @param {URL} url @param {string} reason */
  constructor(url, reason) {
    super(`${url.pathname.replace(/.*\//, '')} is missing (${reason})`);
  }
}

/** @param {URL} url @returns {Promise<Response>} rejects with a MissingPart */
export async function fetchPart(url) {
  /** @type {Response} */
  let answer;
  try {
    answer = await fetch(url);
  } catch {
    throw new MissingPart(url, 'no connection');
  }
  if (!answer.ok) throw new MissingPart(url, String(answer.status));
  return answer;
}

/**
 * Where to start a worker from whose script is at `url`: the script itself, as all workers are to be of one version, and
 * as a frame of no origin (a sandbox) may start none from a server.
 * @param {URL} url
 * @returns {Promise<string>} to be used again and again
 */
export const fetchScript = async (url) => scriptOf(await fetchText(url));

/** @param {URL} url */
export const fetchText = async (url) => (await fetchPart(url)).text();

/** @param {string} text */
export const scriptOf = (text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
