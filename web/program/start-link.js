// What stands behind the # of the page's address: settings, and what is to be done with them, such as
// "#mode=async&latency=20&run". So a link opens the page as somebody wants others to see it. It never tells of files.

import { listed } from './left-out.js';
import { checkSettings } from './misuse.js';
import { shortened } from '../ui/dropped-entries.js';

/**
 * What a link asks for, and what of it is not taken as it stands there.
 * @typedef {import('../ui/dropped-entries.js').LeftOut} LeftOut
 * @typedef {{settings: Partial<Settings>, deed?: {name: string, value: string}, leftOut: LeftOut[]}} Link
 * @typedef {import('./weft.js').Settings} Settings
 * @typedef {import('./weft.js').Weft} Weft
 * @typedef {import('./weft.js').WeftModule} WeftModule
 * @typedef {import('./weft.js').Limits['settings']} Limits
 */

const BUSY =
  'The link was not followed, as something is under way: wait for its end, or cancel it, and open the link again.';

/** Each by the call of its name. @type {Record<string, (weft: Weft, value: string) => Promise<unknown>>} */
const DEEDS = {
  run: (weft) => weft.run(),
  compare: (weft) => weft.compare(),
  exercise: (weft, id) => weft.exercise(/** @type {import('./weft.js').ExerciseName} */ (id)),
};

/** @param {string} hash  of an address: "#…" @param {Limits} limits @returns {Link} */
export function readLink(hash, limits) {
  /** @type {Link} */
  const link = { settings: {}, leftOut: [] };
  for (const [name, value] of new URLSearchParams(hash.slice(1))) {
    const reason = Object.hasOwn(DEEDS, name)
      ? takeDeed(link, name, value)
      : takeSetting(link.settings, name === 'latency' ? 'latencyMs' : shortened(name), value, limits);
    if (reason) link.leftOut.push(leftOutOf(name, value, reason));
  }
  return link;
}

/** @param {string} name @param {string} value @param {string} reason @returns {LeftOut} */
const leftOutOf = (name, value, reason) => ({ name: shortened(value ? `${name}=${value}` : name), reason });

/** @param {Link} link @param {string} name @param {string} value @returns {string} why it is left out, if it is */
function takeDeed(link, name, value) {
  if (link.deed) return 'a link has one thing done';
  if (value && name !== 'exercise') return 'it takes no value';
  link.deed = { name, value: shortened(value) };
  return '';
}

/**
 * @param {Partial<Settings>} settings
 * @param {string} name
 * @param {string} text
 * @param {Limits} limits
 * @returns {string} why it is not set as told, if it is not
 */
function takeSetting(settings, name, text, limits) {
  if (Object.hasOwn(settings, name)) return 'it is told twice';
  const told = valueOf(name, text, limits);
  const value = typeof told === 'number' ? clamped(name, told, limits) : told;
  try {
    Object.assign(settings, checkSettings({ [name]: value }, limits));
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
  return value === told ? '' : `${value} is taken`;
}

/** @param {string} name @param {string} text @param {Limits} limits @returns {unknown} of the setting's kind, if it can be */
function valueOf(name, text, limits) {
  if (!Object.hasOwn(limits, name)) return text;
  const [, , kind] = limits[/** @type {keyof Limits} */ (name)];
  if (kind !== 'flag') return text.trim() ? Number(text) : NaN;
  return text === 'false' ? false : text === 'true' || text === '' || text;
}

/** @param {string} name @param {number} value @param {Limits} limits */
function clamped(name, value, limits) {
  const [low, high] = limits[/** @type {keyof Limits} */ (name)];
  return Math.min(Math.max(value, low), high);
}

/**
 * Sets and does what the link asks for; says what it cannot. Settings that it does not name are the defaults if it names
 * any: so it gives everybody the same.
 * @param {Weft} weft
 * @param {WeftModule} module
 * @param {string} hash
 */
export async function followLink(weft, module, hash) {
  if (hash.length < 2) return;
  if (module.diagnostics().activity !== 'none') return module.tell(BUSY);
  const { settings, deed, leftOut } = readLink(hash, module.limits().settings);
  const tell = () => leftOut.length > 0 && module.tell(`Not as in the link: ${listed(leftOut)}.`);
  if (Object.keys(settings).length > 0) weft.configure({ ...module.defaults(), ...settings });
  if (!deed) return void tell();
  try {
    if (weft.files().length === 0) await weft.generateSamples();
    const done = DEEDS[deed.name](weft, deed.value);
    // Not before: what begins takes away what was said.
    tell();
    await done;
  } catch (error) {
    // The program itself has failed, which stops the page.
    if (error instanceof WebAssembly.RuntimeError) throw error;
    const { message } = /** @type {Error} */ (error);
    leftOut.unshift(leftOutOf(deed.name, deed.value, message.replace(/\.$/, '')));
    tell();
  }
}

/** The address with the mode and all settings that are not the defaults. @param {Weft} weft @param {WeftModule} module */
export function linkTo(weft, module, address = location.href) {
  /** @type {Record<string, unknown>} */
  const defaults = { ...module.defaults(), mode: undefined };
  const told = Object.entries(weft.configure()).filter(([name, value]) => value !== defaults[name]);
  const link = new URL(address);
  link.hash = String(new URLSearchParams(told.map(([name, value]) => [name, String(value)])));
  return link.href;
}
