// `globalThis.weft`: what the page's buttons do, as a script calls it.

import { failure } from './failure.js';
import {
  checkFormat,
  checkCsvOptions,
  checkIterable,
  checkLength,
  checkOptions,
  checkSettings,
  checkWholes,
} from './misuse.js';
import { Stepper } from './stepper.js';

/**
 * @typedef {import('./weft.js').Weft} Weft
 * @typedef {import('./weft.js').WeftModule} WeftModule
 * @typedef {import('./weft.js').LineStepper} LineStepper
 * @typedef {import('./weft.js').RowStepper} RowStepper
 */

/** A page that is hidden draws no frames; nobody should wait for them for ever. */
const FRAME_PATIENCE_MS = 1000;

/** Fulfilled when what the program has to show now has been drawn. @returns {Promise<void>} */
function drawn() {
  return new Promise((resolve) => {
    setTimeout(resolve, FRAME_PATIENCE_MS);
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}

/** @param {string | void} refusal */
function throwIfRefused(refusal) {
  if (refusal) throw new Error(refusal);
}

/**
 * The outcome of a command that answers by callback.
 * @template T
 * @param {(resolve: (value: T) => void, reject: (reason: unknown) => void) => string | void} command returns its refusal
 * @returns {Promise<T>}
 */
const outcomeOf = (command) =>
  new Promise((resolve, reject) => {
    throwIfRefused(command(resolve, reject));
  });

/** @param {WeftModule} module @param {unknown} file */
function addFile(module, file) {
  if (!(file instanceof File)) throw new TypeError('addFiles takes File objects');
  const name = checkLength(file.webkitRelativePath || file.name, 'the name of a file');
  const { anew } = /** @type {import('../ui/dropped-entries.js').DroppedFile} */ (file);
  return module.addFile(name, file.size, module.weftBlobs.add(file, anew));
}

/** @param {WeftModule} module @param {unknown} url */
function addUrl(module, url) {
  if (typeof url !== 'string' || url.trim() === '') throw new TypeError('addUrl takes a URL');
  const { href } = new URL(checkLength(url, 'a URL'), document.baseURI);
  if (url !== '/' && module.exists(url)) throw new TypeError(`${url} is mounted: addPath takes it`);
  const path = module.addUrl(checkLength(href, 'a URL'));
  if (!path) throw new TypeError(`not an http or https URL: ${url}`);
  return path;
}

/** @param {WeftModule} module @param {string[]} paths */
function throwIfMissing(module, paths) {
  const missing = paths.find((path) => !module.exists(checkLength(path, 'a path')));
  if (missing !== undefined) throw new Error(`there is no file ${missing}`);
}

/** @param {WeftModule} module @param {unknown} paths @returns {LineStepper} */
function openLines(module, paths) {
  const wanted = paths === undefined ? [] : checkIterable(paths, 'paths').map(String);
  throwIfMissing(module, wanted);
  return new Stepper(module, wanted, false);
}

/** @param {WeftModule} module @param {unknown} path @returns {RowStepper} */
function openRows(module, path) {
  if (typeof path !== 'string') throw new TypeError('rows takes the path of a file');
  throwIfMissing(module, [path]);
  return new Stepper(module, [path], true);
}

/** @param {WeftModule} module @param {unknown} path @param {unknown} options */
function readCsvAs(module, path, options) {
  if (typeof path !== 'string') throw new TypeError('readCsvAs takes the path of a file');
  const { delimiter = '', quote = '', headerLine = -1 } = checkCsvOptions(options);
  throwIfRefused(module.readCsvAs(checkLength(path, 'a path'), delimiter, quote, headerLine));
}

/** @param {WeftModule} module @returns {Weft} */
export function createApi(module) {
  const limits = module.limits();
  const inPlace = /** @type {Promise<void>} */ (new Promise((resolve) => module.whenReady(resolve)));
  return {
    ready: inPlace.then(drawn),
    blockingReads: module.weftIo?.kind ?? 'sync-xhr',
    addFiles: (files) => checkIterable(files, 'files').map((file) => addFile(module, file)),
    addUrl: (url) => addUrl(module, url),
    async addPath(path) {
      const checked = checkLength(String(path), 'a path');
      await inPlace;
      return outcomeOf((resolve, reject) =>
        module.addPath(checked, resolve, (code, message) => reject(failure(code, message))),
      );
    },
    files: () => module.files(),
    clear: () => throwIfRefused(module.clear()),
    readCsvAs: (path, options) => readCsvAs(module, path, options),
    configure: (settings) => module.configure(checkSettings(settings, limits.settings)),
    async run(settings) {
      const checked = checkSettings(settings, limits.settings);
      return outcomeOf((resolve) => module.runFiles(checked, resolve));
    },
    async compare(options) {
      const checked = checkOptions(options, 'options');
      checkWholes(checked, limits.compare);
      return outcomeOf((resolve) => module.compare(checked, resolve));
    },
    async generateSamples(options) {
      const checked = checkOptions(options, 'options');
      checkWholes(checked, limits.samples);
      return outcomeOf((resolve, reject) =>
        module.generateSamples(checked, resolve, (code, message) => reject(failure(code, message))),
      );
    },
    async trace() {
      const text = module.trace();
      if (!text) throw new Error('there is no trace: nothing has been run yet, or a run is under way');
      return text;
    },

    async writeSummary(format) {
      const checked = checkFormat(format);
      return outcomeOf((resolve, reject) =>
        module.writeSummary(checked, resolve, (code, message) => reject(failure(code, message))),
      );
    },
    mastery: () => module.mastery(),
    resetMastery: () => module.resetMastery(),
    lesson: () =>
      outcomeOf((resolve, reject) =>
        module.runLesson((hasFinished, words) =>
          hasFinished ? resolve(undefined) : reject(new Error(words)),
        ),
      ),
    async exercise(name, options) {
      const checked = checkOptions(options, 'options');
      checkWholes(checked, limits.exercise);
      return outcomeOf((resolve) => module.exercise(checkLength(String(name), 'name'), checked, resolve));
    },
    cancel: () => module.cancel(),
    lines: (paths) => openLines(module, paths),
    rows: (path) => openRows(module, path),
    log: () => module.log(),
    clearLog: () => module.clearLog(),
    widgets: () => module.widgets(),
    diagnostics: () => ({
      ...module.diagnostics(),
      framesDrawn: module.framesDrawn(),
      workers: module.weftCounting?.census ?? { alive: 0, busy: 0 },
    }),
  };
}
