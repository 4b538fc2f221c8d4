// Boots the page: checks the browser, downloads the program with progress, and starts it.

import createWeft from './weft.js';
import { addDrop } from './add-drop.js';
import { createBlockingIo } from '../vfs/blocking-io.js';
import { CountingPool } from '../reading/counting-pool.js';
import { createPage } from '../ui/page.js';
import { download } from './download.js';
import { offerDownload } from './download-file.js';
import { receiveDrops } from '../ui/drop-zone.js';
import { checkBrowser } from './features.js';
import { loadFonts } from '../ui/fonts.js';
import { untilIsolated } from './isolation.js';
import { addLateCode, placeholders } from './late-code.js';
import { fetchScript, fetchText, MissingPart } from '../reading/late-part.js';
import { LoadingScreen } from '../ui/loading-screen.js';
import { hasNoOrigin } from './origin.js';
import { createSaver, loadRemembered } from './settings-store.js';
import { followLink, linkTo } from './start-link.js';
import { showTrouble } from '../ui/trouble.js';
import { createApi } from './weft-api.js';

const STARTING_OVER = 'Loading the page again usually helps. Your files are untouched.';

/** What is wrong, which only some browsers repeat in the stack, and where. @param {unknown} error */
function wordsOf(error) {
  const words = String(error);
  const stack = (error instanceof Error && error.stack) || '';
  return stack.includes(words) ? stack : `${words}\n${stack}`.trim();
}

/** @param {unknown} reason */
function stopped(reason) {
  showTrouble(
    'Weft has stopped',
    `Something went wrong inside the program. ${STARTING_OVER}`,
    wordsOf(reason),
  );
}

/** Where the program was called from JavaScript, and nobody had an eye on it. @param {unknown} error */
function stopIfTrapped(error) {
  if (error instanceof WebAssembly.RuntimeError) stopped(error);
}

/** @param {unknown} error */
function notLoaded(error) {
  const words =
    'The program could not be downloaded. The server may have a newer version by now, or the connection is gone. ' +
    'Load the page again.';
  showTrouble('Weft could not be loaded', words, wordsOf(error));
}

function latePartMissing() {
  const words =
    'The workers of this version of the page are not on the server any more: it may have a newer one, or the ' +
    'connection is gone. Load the page again, or go on without workers.';
  showTrouble('A part of Weft is missing', words, '', true);
}

/**
 * Emscripten's way to be handed a module.
 * @param {Promise<WebAssembly.Module>} compiling
 * @param {(program: WebAssembly.Exports) => void} instantiated  before the program runs
 */
function instantiateWith(compiling, instantiated) {
  return (
    /** @type {WebAssembly.Imports} */ imports,
    /** @type {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} */ done,
  ) => {
    compiling
      .then(async (module) => {
        const instance = await WebAssembly.instantiate(module, { ...imports, placeholder: placeholders });
        instantiated(instance.exports);
        done(instance, module);
      })
      .catch(notLoaded);
    return {};
  };
}

/** Where a part of this very version of the page is. @param {string} name */
const part = (name) => new URL(name, import.meta.url);

function startBlockingIo() {
  const url = part('io-worker.js');
  return createBlockingIo(hasNoOrigin && globalThis.crossOriginIsolated ? fetchScript(url) : url);
}

/**
 * The code of the exercises. Not by way of the virtual file system, which reads by ranges: those travel uncompressed.
 * @param {import('./weft.js').WeftModule} module
 */
const fetchCode = (module) =>
  fetchText(part('code.txt')).then(
    (text) => module.putCode(text),
    ({ message }) => module.missCode(`The code of the exercises cannot be fetched: ${message}.`),
  );

async function boot() {
  await untilIsolated();
  const screen = new LoadingScreen();
  const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
  // It is drawn before all of its code is there, and so before it can do anything.
  canvas.inert = true;
  document.body.style.cursor = 'progress';
  // The longest of all that has to be there; the rest is done meanwhile.
  const compiling = download(part('weft.wasm'), screen);
  compiling.catch(() => {});
  const lack = checkBrowser(canvas);
  if (lack) return showTrouble(lack.heading, lack.words, '');
  const [weftIo] = await Promise.all([startBlockingIo(), loadFonts()]);
  // Later, for what is called by the program itself.
  const tell = (/** @type {string} */ words) => void starting.then((program) => program.tell(words));
  const addToLog = (/** @type {string} */ line) => void starting.then((program) => program.addToLog(line));
  /** @type {Promise<unknown> | undefined} */
  let lateCode;
  const starting = createWeft({
    canvas,
    weftIo,
    weftCounting: new CountingPool(part('count-worker.js'), part('weft_counter.wasm'), latePartMissing),
    weftRemembered: loadRemembered(),
    weftRemember: createSaver(addToLog),
    weftOfferDownload: offerDownload,
    weftFetchCode: () => void fetchCode(module),
    page: createPage(canvas, screen, { tell, addToLog, link: () => linkTo(globalThis.weft, module) }),
    instantiateWasm: instantiateWith(compiling, (program) => {
      lateCode = addLateCode(part('weft_late.wasm'), program);
      lateCode.catch(() => {});
    }),
    onAbort: stopped,
    onTrap: stopped,
  });
  const module = await starting;
  addEventListener('error', ({ error }) => stopIfTrapped(error));
  addEventListener('unhandledrejection', ({ reason }) => stopIfTrapped(reason));
  const tellVisibility = () => module.setHidden(document.hidden);
  document.addEventListener('visibilitychange', tellVisibility);
  tellVisibility();
  try {
    await lateCode;
  } catch (error) {
    return notLoaded(error);
  }
  module.start();
  canvas.inert = false;
  document.body.style.cursor = '';
  // Unless a button about some trouble has it.
  if (document.activeElement === document.body) canvas.focus({ preventScroll: true });
  const api = createApi(module);
  globalThis.weft = api;
  await api.ready;
  receiveDrops((drop) => addDrop(api, module, drop));
  const follow = () => void followLink(api, module, location.hash);
  addEventListener('hashchange', follow);
  follow();
}

boot().catch((error) => (error instanceof MissingPart ? notLoaded(error) : stopped(error)));
