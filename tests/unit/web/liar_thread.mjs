// The server that lies, on a thread of its own: whoever asks it may block theirs.
import { createServer } from 'node:http';
import { parentPort } from 'node:worker_threads';
import { createLiar } from './lying_server.mjs';

const server = createServer(createLiar());
server.listen(0, '127.0.0.1', () => {
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  parentPort?.postMessage(`http://127.0.0.1:${address.port}`);
});
