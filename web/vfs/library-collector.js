// A library for Emscripten's linker is a script that calls `addToLibrary`. Imported after this module, it can be used in
// a program of JavaScript too.

/** @type {Record<string, unknown>} */
const library = {};

/** @param {Record<string, unknown>} members by their names, with a $ before those that are for JavaScript */
function addToLibrary(members) {
  for (const [name, member] of Object.entries(members)) {
    if (!name.startsWith('$') || name.includes('__')) continue;
    library[name.slice(1)] = member;
    // They refer to each other and to themselves by these names.
    Object.assign(globalThis, { [name.slice(1)]: member });
  }
}
Object.assign(globalThis, { addToLibrary });

/** @param {string} name */
export const collected = (name) => library[name];
