// The two browsers that every spec runs in. WEFT_BROWSERS=chromium,firefox picks; CHROMIUM and FIREFOX name others
// than the ones on PATH. WEFT_SHOW=1 shows their windows on the desktop, and lets one follow what is clicked.

import puppeteer from 'puppeteer-core';
import { beginDragInChromium } from './drag_chromium.mjs';
import { beginDragInFirefox } from './drag_firefox.mjs';
import { chooseInChromium, chooseInFirefox } from './file_chooser.mjs';
import { readClipboardInChromium, readClipboardInFirefox } from './clipboard.mjs';
import { openDisplay } from './display.mjs';
import { goesWell } from './patience.mjs';
import { findProgram } from './programs.mjs';

/**
 * @typedef {import('puppeteer-core').Browser} Browser
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {{x: number, y: number}} Point
 * @typedef {{drop: () => Promise<void>, leave: () => Promise<void>}} Drag
 * @typedef {{browser: Browser, close: () => Promise<void>}} Launched
 */

/**
 * What a spec needs to know of a browser, and what each of them does in its own way.
 * @typedef {object} BrowserKind
 * @property {string} name
 * @property {() => Promise<Launched>} launch
 * @property {(page: Page, paths: string[], at: Point, data?: Record<string, string>) => Promise<Drag>} beginDrag drags files and folders of the disk in from the desktop, or data by their types: a link, a text
 * @property {(page: Page, paths: string[], click: () => Promise<void>) => Promise<void>} choose answers the file chooser that `click` opens
 * @property {(page: Page) => Promise<string>} readClipboard
 */

/** A busy machine takes its time. */
const LAUNCH_PATIENCE_MS = 150_000;
const CLOSE_PATIENCE_MS = 20_000;

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  // WebGL 2 without a graphics card.
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

const FIREFOX_PREFERENCES = {
  'webgl.force-enabled': true,
  // A sync run freezes the page on purpose; nobody is there to answer a question about it.
  'dom.max_script_run_time': 0,
  'dom.ipc.processHangMonitor': false,
  'dom.ipc.reportProcessHangs': false,
};

/** Slow enough for a person to follow. */
const SHOWN_STEP_MS = 50;

const isShown = Boolean(process.env.WEFT_SHOW);

/** Where the machine has no locale, Chromium cannot read files with names beyond ASCII. */
const ENVIRONMENT = { ...process.env, LC_ALL: 'C.UTF-8' };

const LAUNCH_OPTIONS = {
  slowMo: isShown ? SHOWN_STEP_MS : 0,
  timeout: LAUNCH_PATIENCE_MS,
  protocolTimeout: 300_000,
};

/** One that hangs or has crashed does not close, so all of its processes are ended. @param {Browser} browser */
async function close(browser) {
  const { pid } = browser.process() ?? {};
  if ((await goesWell(browser.close(), CLOSE_PATIENCE_MS)) || pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

async function launchChromium() {
  const browser = await puppeteer.launch({
    ...LAUNCH_OPTIONS,
    executablePath: findProgram('CHROMIUM', ['chromium', 'chromium-browser', 'google-chrome']),
    headless: !isShown,
    args: CHROMIUM_FLAGS,
    env: ENVIRONMENT,
  });
  return { browser, close: () => close(browser) };
}

// Without a display Firefox has neither WebGL nor a drag service, so it gets a window on a virtual one.
async function launchFirefox() {
  const display = await openDisplay();
  const launching = puppeteer.launch({
    ...LAUNCH_OPTIONS,
    browser: 'firefox',
    executablePath: findProgram('FIREFOX', ['firefox-esr', 'firefox']),
    headless: false,
    // Lets the tests hand the window a drag of real files, as the desktop does.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: FIREFOX_PREFERENCES,
    env: { ...ENVIRONMENT, DISPLAY: display.name, MOZ_ENABLE_WAYLAND: '0' },
  });
  const browser = await launching.catch((error) => {
    display.close();
    throw error;
  });
  return { browser, close: () => close(browser).finally(display.close) };
}

/** @type {BrowserKind[]} */
const KINDS = [
  {
    name: 'Chromium',
    launch: launchChromium,
    beginDrag: beginDragInChromium,
    choose: chooseInChromium,
    readClipboard: readClipboardInChromium,
  },
  {
    name: 'Firefox',
    launch: launchFirefox,
    beginDrag: beginDragInFirefox,
    choose: chooseInFirefox,
    readClipboard: readClipboardInFirefox,
  },
];

/** @returns {BrowserKind[]} */
export function browserKinds() {
  const names = (process.env.WEFT_BROWSERS ?? 'chromium,firefox').toLowerCase().split(',');
  return names.map((name) => {
    const found = KINDS.find((kind) => kind.name.toLowerCase() === name);
    if (!found) throw new Error(`no browser is called "${name}"; there are chromium and firefox`);
    return found;
  });
}
