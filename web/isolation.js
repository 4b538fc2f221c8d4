// A static host that sends no isolation headers gets them from a service worker (coi-serviceworker.js), which loads
// the page a second time when it is in place. What the first loading began would be cut off half-way.

import { hasNoOrigin } from './origin.js';

const SCRIPT = 'coi-serviceworker.js';
/** The page is left long before; a browser that does not isolate after all, or does not even say so, goes on without. */
const PATIENCE_MS = 3000;

const patience = () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));

/** To ask for it may throw where there is none. */
const serviceWorkers = () => (hasNoOrigin ? undefined : navigator.serviceWorker);

/** Its half for the page, which loads the page again. Where the server isolates the page it would only look on. */
function startScript() {
  const script = document.createElement('script');
  script.src = SCRIPT;
  document.head.append(script);
}

/** Fulfilled when the page will not be loaded again for the sake of isolation. @returns {Promise<void>} */
export async function untilIsolated() {
  const workers = serviceWorkers();
  if (!workers || (globalThis.crossOriginIsolated && !workers.controller)) return;
  startScript();
  if (globalThis.crossOriginIsolated || workers.controller) return;
  try {
    await Promise.race([workers.register(SCRIPT), patience()]);
  } catch {
    return;
  }
  await patience();
}
