// A static host that sends no isolation headers gets them from a service worker (coi-serviceworker.js), which loads
// the page a second time when it is in place. What the first loading began would be cut off half-way.

const SCRIPT = 'coi-serviceworker.js';
/** The page is left long before; a browser that does not isolate after all goes on without. */
const PATIENCE_MS = 3000;

/** Fulfilled when the page will not be loaded again for the sake of isolation. @returns {Promise<void>} */
export async function untilIsolated() {
  if (globalThis.crossOriginIsolated || !navigator.serviceWorker || navigator.serviceWorker.controller)
    return;
  try {
    await navigator.serviceWorker.register(SCRIPT);
  } catch {
    return;
  }
  await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
}
