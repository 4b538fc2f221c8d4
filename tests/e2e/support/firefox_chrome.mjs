// Runs functions in the window of Firefox itself, where the page is only an element.

/**
 * @typedef {{send: (method: string, parameters: object) => Promise<{result: any}>}} Connection
 */

/** @param {import('puppeteer-core').Browser} browser @returns {Connection} */
const connectionOf = (browser) => /** @type {any} */ (browser).connection;

/** @param {Connection} connection @returns {Promise<string>} */
async function browserWindow(connection) {
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const window = result.contexts.find((/** @type {{url: string}} */ context) =>
    context.url.endsWith('/browser.xhtml'),
  );
  return window.context;
}

/**
 * `program` is the source of one function, which takes one JSON value and may return another.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} program
 * @param {unknown} [argument]
 * @returns {Promise<any>}
 */
export async function callInFirefox(browser, program, argument = null) {
  const connection = connectionOf(browser);
  const { result } = await connection.send('script.evaluate', {
    expression: `(async () => JSON.stringify((await (${program})(${JSON.stringify(argument)})) ?? null))()`,
    target: { context: await browserWindow(connection) },
    awaitPromise: true,
  });
  if (result.type !== 'success') throw new Error(`in Firefox's window: ${result.exceptionDetails.text}`);
  return JSON.parse(result.result.value);
}
