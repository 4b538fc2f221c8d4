// A static host that sends no isolation headers gets them from a service worker (coi-serviceworker.js), which loads
// the page a second time when it is in place. What the first loading began would be cut off half-way.

import { hasNoOrigin } from './origin.js';

const SCRIPT = 'coi-serviceworker.js';

/** To ask for it may throw where there is none. */
const serviceWorkers = () => (hasNoOrigin ? undefined : navigator.serviceWorker);

/** Its half for the page, which loads the page again. Where the server isolates the page it would only look on. */
function startScript() {
  const script = document.createElement('script');
  script.src = SCRIPT;
  document.head.append(script);
}

/**
 * What becomes of a worker that is on its way.
 * @param {ServiceWorkerRegistration} registration
 * @returns {Promise<ServiceWorkerState>} `activated`, or `redundant` if it did not come to that
 */
function endOf({ installing, waiting, active }) {
  const worker = installing ?? waiting ?? active;
  return new Promise((resolve) => {
    if (!worker) return resolve('redundant');
    const look = () => {
      if (worker.state === 'activated' || worker.state === 'redundant') resolve(worker.state);
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

/** Fulfilled when the page will not be loaded again for the sake of isolation. @returns {Promise<void>} */
export async function untilIsolated() {
  const workers = serviceWorkers();
  if (!workers || (globalThis.crossOriginIsolated && !workers.controller)) return;
  startScript();
  if (globalThis.crossOriginIsolated || workers.controller) return;
  try {
    if ((await endOf(await workers.register(SCRIPT))) === 'redundant') return;
  } catch {
    return;
  }
  // The script does so when a worker is found, which may have been before it looked.
  location.reload();
  await new Promise(() => {});
}
