// A static host that sends no isolation headers gets them from a service worker (coi-serviceworker.js), which loads
// the page a second time when it is in place. What the first loading began would be cut off half-way.

import { hasNoOrigin } from './origin.js';

const SCRIPT = 'coi-serviceworker.js';
/** For a worker that neither comes nor fails, as some browsers have it. */
const PATIENCE_MS = 10_000;

/** To ask for it may throw where there is none. */
const serviceWorkers = () => (hasNoOrigin ? undefined : navigator.serviceWorker);

/**
 * Its half for the page, which wants to load the page again. Where the server isolates the page it would only look on.
 * @param {() => void} doReload
 */
function startScript(doReload) {
  Object.assign(globalThis, { coi: { doReload } });
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

/** @param {ServiceWorkerContainer} workers @returns {Promise<boolean>} whether a worker isolates the page when it is loaded again */
async function isWorkerThere(workers) {
  try {
    return (await endOf(await workers.register(SCRIPT))) === 'activated';
  } catch {
    return false;
  }
}

/** Fulfilled when the page will not be loaded again for the sake of isolation. @returns {Promise<void>} */
export async function untilIsolated() {
  const workers = serviceWorkers();
  if (!workers || (globalThis.crossOriginIsolated && !workers.controller)) return;
  let goesOn = globalThis.crossOriginIsolated || workers.controller !== null;
  // A worker that comes when the page has gone on without is for the next visit.
  const reload = () => void (goesOn || location.reload());
  startScript(reload);
  if (goesOn) return;
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  if (await Promise.race([isWorkerThere(workers), patience])) {
    reload();
    await new Promise(() => {});
  }
  goesOn = true;
}
