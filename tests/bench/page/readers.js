// As fast as a page can read: the bytes are thrown away. Each returns how many there were.

import { sideBySide } from './side_by_side.js';

const WIDTH = 16;
const SLICE_BYTES = 4 * 2 ** 20;

/** @param {File[]} files */
export async function readWhole(files) {
  let bytes = 0;
  await sideBySide(files, WIDTH, async (file) => {
    const { byteLength } = await file.arrayBuffer();
    bytes += byteLength;
  });
  return bytes;
}

/** @param {File[]} files */
function* slicesOf(files) {
  for (const file of files) {
    for (let at = 0; at < file.size; at += SLICE_BYTES) yield file.slice(at, at + SLICE_BYTES);
  }
}

/** @param {File[]} files */
export async function readSlices(files) {
  let bytes = 0;
  await sideBySide(slicesOf(files), WIDTH, async (slice) => {
    const { byteLength } = await slice.arrayBuffer();
    bytes += byteLength;
  });
  return bytes;
}

/** @param {File[]} files */
export async function readStreams(files) {
  let bytes = 0;
  await sideBySide(files, WIDTH, async (file) => {
    const reader = file.stream().getReader();
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      bytes += value?.byteLength ?? 0;
    }
  });
  return bytes;
}
