// Boots the page: checks the browser, downloads the program with progress, and starts it.

import createWeft from './weft.js';
import { createBlockingIo } from './blocking-io.js';
import { CountingPool } from './counting-pool.js';
import { createPage } from './page.js';
import { download } from './download.js';
import { offerDownload } from './download-file.js';
import { checkBrowser } from './features.js';
import { loadFonts } from './fonts.js';
import { untilIsolated } from './isolation.js';
import { LoadingScreen } from './loading-screen.js';
import { loadRemembered, saveRemembered } from './settings-store.js';
import { showTrouble } from './trouble.js';
import { createApi } from './weft-api.js';

const STARTING_OVER = 'Loading the page again usually helps. Your files are untouched.';

/** @param {unknown} error */
const wordsOf = (error) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** @param {unknown} reason */
function stopped(reason) {
  showTrouble(
    'Weft has stopped',
    `Something went wrong inside the program. ${STARTING_OVER}`,
    wordsOf(reason),
  );
}

/** @param {unknown} error */
function notLoaded(error) {
  const words = 'The program could not be downloaded. Check the connection, then load the page again.';
  showTrouble('Weft could not be loaded', words, wordsOf(error));
}

/** Emscripten's way to be handed a module. @param {Promise<WebAssembly.Module>} compiling */
function instantiateWith(compiling) {
  return (
    /** @type {WebAssembly.Imports} */ imports,
    /** @type {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} */ done,
  ) => {
    compiling
      .then(async (module) => done(await WebAssembly.instantiate(module, imports), module))
      .catch(notLoaded);
    return {};
  };
}

async function boot() {
  await untilIsolated();
  const screen = new LoadingScreen();
  const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
  // The longest of all that has to be there; the rest is done meanwhile.
  const compiling = download('weft.wasm', screen);
  compiling.catch(() => {});
  const lack = checkBrowser(canvas);
  if (lack) return showTrouble(lack.heading, lack.words, '');
  const [weftIo] = await Promise.all([
    createBlockingIo(new URL('io-worker.js', document.baseURI)),
    loadFonts(),
  ]);
  const module = await createWeft({
    canvas,
    weftIo,
    weftCounting: new CountingPool(
      new URL('count-worker.js', document.baseURI),
      new URL('weft_counter.wasm', document.baseURI),
    ),
    weftRemembered: loadRemembered(),
    weftRemember: saveRemembered,
    weftOfferDownload: offerDownload,
    page: createPage(canvas, screen),
    instantiateWasm: instantiateWith(compiling),
    onAbort: stopped,
  });
  addEventListener('error', (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) stopped(event.error);
  });
  const tellVisibility = () => module.setHidden(document.hidden);
  document.addEventListener('visibilitychange', tellVisibility);
  tellVisibility();
  globalThis.weft = createApi(module);
}

boot().catch(stopped);
