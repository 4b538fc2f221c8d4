/** How many of the things that were left out are named. */
const NAMED = 3;

/**
 * "a (no files in it), b (the browser cannot read it), c (no files in it), and 2 more"
 * @param {import('../ui/dropped-entries.js').LeftOut[]} leftOut
 */
export function listed(leftOut) {
  const named = leftOut.slice(0, NAMED).map(({ name, reason }) => `${name.replace(/\s+/g, ' ')} (${reason})`);
  const more = leftOut.length - named.length;
  return named.join(', ') + (more > 0 ? `, and ${more} more` : '');
}
