// Checks what a script hands to the page's API, before it reaches the program.

/** @typedef {import('./weft.js').Settings} Settings */

/** @param {unknown} value @param {string} name @returns {Record<string, unknown>} */
export function checkOptions(value, name) {
  if (value === undefined) return {};
  if (typeof value === 'object' && value !== null) return { ...value };
  throw new TypeError(`${name} must be an object`);
}

/**
 * @param {unknown} value
 * @param {string} name
 * @param {[low: number, high: number]} limits
 */
export function checkWhole(value, name, limits) {
  checkNumber(value, name, limits);
  if (!Number.isInteger(value)) throw new RangeError(`${name} must be a whole number`);
}

/**
 * @param {unknown} value
 * @param {string} name
 * @param {[low: number, high: number]} limits
 */
function checkNumber(value, name, [low, high]) {
  if (typeof value !== 'number' || Number.isNaN(value)) throw new TypeError(`${name} must be a number`);
  if (value < low || value > high) throw new RangeError(`${name} must be between ${low} and ${high}`);
}

/**
 * @param {Record<string, unknown>} options
 * @param {Record<string, [low: number, high: number]>} limits  of the whole numbers among them
 */
export function checkWholes(options, limits) {
  for (const [name, value] of present(options)) {
    if (!Object.hasOwn(limits, name)) throw new TypeError(`there is no option "${name}"`);
    checkWhole(value, name, limits[name]);
  }
}

/** @param {Record<string, unknown>} options */
const present = (options) => Object.entries(options).filter(([, value]) => value !== undefined);

/**
 * @param {unknown} value
 * @param {import('./weft.js').Limits['settings']} limits
 * @returns {Partial<Settings>}
 */
export function checkSettings(value, limits) {
  const settings = checkOptions(value, 'settings');
  for (const [name, setting] of present(settings)) {
    if (name === 'mode') checkMode(setting);
    else if (!Object.hasOwn(limits, name)) throw new TypeError(`there is no setting "${name}"`);
    else checkSetting(setting, name, limits[/** @type {keyof typeof limits} */ (name)]);
  }
  return settings;
}

/**
 * @param {unknown} value
 * @param {string} name
 * @param {[low: number, high: number, kind: 'number' | 'whole' | 'flag']} limits
 */
function checkSetting(value, name, [low, high, kind]) {
  if (kind === 'flag') checkBoolean(value, name);
  else if (kind === 'whole') checkWhole(value, name, [low, high]);
  else checkNumber(value, name, [low, high]);
}

/** @param {unknown} value @returns {import('./weft.js').CsvOptions} */
export function checkCsvOptions(value) {
  const options = checkOptions(value, 'options');
  for (const [name, option] of present(options)) {
    if (name === 'headerLine') checkWhole(option, name, [0, Number.MAX_SAFE_INTEGER]);
    else if (name !== 'delimiter' && name !== 'quote') throw new TypeError(`there is no option "${name}"`);
    else if (typeof option !== 'string' || !/^[\0-\x7F]$/.test(option) || /[\r\n]/.test(option))
      throw new TypeError(`${name} must be one character of ASCII that ends no line`);
  }
  return options;
}

/** @param {unknown} value @param {string} name */
function checkBoolean(value, name) {
  if (typeof value !== 'boolean') throw new TypeError(`${name} must be true or false`);
}

/** @param {unknown} mode */
function checkMode(mode) {
  if (mode !== 'sync' && mode !== 'async' && mode !== 'workers')
    throw new TypeError("mode must be 'sync', 'async' or 'workers'");
}

/**
 * @param {unknown} format
 * @returns {import('./weft.js').SummaryFormat}
 */
export function checkFormat(format) {
  if (format === 'csv' || format === 'json' || format === 'md') return format;
  throw new TypeError("format must be 'csv', 'json' or 'md'");
}

/** @param {unknown} value @param {string} name @returns {unknown[]} */
export function checkIterable(value, name) {
  if (typeof value === 'object' && value !== null && Symbol.iterator in value) {
    return [.../** @type {Iterable<unknown>} */ (value)];
  }
  throw new TypeError(`${name} must be an array, or something else to go through`);
}

/** Longer than the path of any file; without a bound a string could be longer than the program's memory. */
const LONGEST_TEXT = 2 ** 16;

/** @param {string} text @param {string} name */
export function checkLength(text, name) {
  if (text.length <= LONGEST_TEXT) return text;
  throw new RangeError(`${name} must have no more than ${LONGEST_TEXT} characters`);
}
