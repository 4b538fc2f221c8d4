/** @typedef {import('./suite.mjs').Visit} Visit */

/** What must be as before when all is over. @param {Visit} visit */
export const diagnose = ({ page }) =>
  page.evaluate(() => {
    const { liveFibers, openFiles, pendingOperations, workers } = globalThis.weft.diagnostics();
    return { liveFibers, openFiles, pendingOperations, busyWorkers: workers.busy };
  });
