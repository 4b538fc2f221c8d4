// A static host that sends no isolation headers gets them from a service worker (coi-serviceworker.js). The page is loaded
// a second time when it is in place, before anything is begun that this would cut off.

import { hasNoOrigin } from './origin.js';

const SCRIPT = 'coi-serviceworker.js';
/** For a worker that neither comes nor fails, as some browsers have it. */
const PATIENCE_MS = 10_000;

/** To ask for it may throw where there is none. */
const serviceWorkers = () => (hasNoOrigin ? undefined : navigator.serviceWorker);

/**
 * Its half for the page. It would load the page again as soon as a worker is found, which may be too early, when the worker
 * does not answer yet, and too late, when the page has gone on without. The page itself knows when.
 */
function startScript() {
  Object.assign(globalThis, { coi: { doReload() {} } });
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
  startScript();
  if (globalThis.crossOriginIsolated || workers.controller) return;
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  if (!(await Promise.race([isWorkerThere(workers), patience]))) return;
  location.reload();
  await new Promise(() => {});
}
