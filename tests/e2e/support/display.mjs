// A display of its own for a browser that needs one; a desktop's is used where there is one and WEFT_SHOW is set.

import { spawn } from 'node:child_process';
import { findProgram } from './programs.mjs';

const SCREEN = '1600x1200x24';

/**
 * @param {import('node:stream').Readable} numberStream
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<number>}
 */
function readDisplayNumber(numberStream, server) {
  return new Promise((resolve, reject) => {
    let digits = '';
    numberStream.on('data', (data) => {
      digits += data;
      if (digits.endsWith('\n')) resolve(Number(digits));
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
}

/** @returns {Promise<{name: string, close: () => void}>} */
export async function openDisplay() {
  if (process.env.WEFT_SHOW && process.env.DISPLAY) return { name: process.env.DISPLAY, close() {} };
  const program = findProgram('XVFB', ['Xvfb']);
  const options = ['-displayfd', '3', '-screen', '0', SCREEN, '+extension', 'GLX', '-nolisten', 'tcp'];
  const server = spawn(program, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const numberStream = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  const number = await readDisplayNumber(numberStream, server);
  return { name: `:${number}`, close: () => void server.kill() };
}
