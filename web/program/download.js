/**
 * Compiles a module while it is downloaded, and tells how far it has come.
 * @param {URL} url
 * @param {{progress: (received: number, total: number) => void}} screen
 */
export async function download(url, screen) {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok || !response.body)
    throw new Error(`${url.pathname}: ${response.status} ${response.statusText}`);
  // The length is that of the compressed file where the server compresses: then only what has arrived is known.
  const isCompressed = response.headers.has('Content-Encoding');
  const total = isCompressed ? 0 : Number(response.headers.get('Content-Length') ?? 0);
  let received = 0;
  const counted = response.body.pipeThrough(
    new TransformStream({
      transform(/** @type {Uint8Array} */ chunk, controller) {
        received += chunk.byteLength;
        screen.progress(received, total);
        controller.enqueue(chunk);
      },
    }),
  );
  const headers = { 'Content-Type': 'application/wasm' };
  return WebAssembly.compileStreaming(new Response(counted, { headers }));
}
