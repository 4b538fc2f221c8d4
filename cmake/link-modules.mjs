// node link-modules.mjs OUTPUT MODULE…: what C++ and workers share is written once, as plain modules. Emscripten's linker
// takes none, so for it this makes a library of each: of http-fetch.js OUTPUT/http-fetch.lib.js, in which the object
// $WeftHttpFetch has what the module exports. A module exports functions, classes and constants where it declares them, and
// imports them by name from modules beside it.

import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const IMPORT = /^import (\{[\w, \n]+\}) from '\.\/([a-z-]+)\.js';$/gm;
const EXPORT = /^export (?=(?:const|class|(?:async )?function\*?) (\w+))/gm;

/** @param {string} module  "http-fetch" */
const objectOf = (module) =>
  `Weft${module.replace(/(?:^|-)([a-z])/g, (_, /** @type {string} */ letter) => letter.toUpperCase())}`;

/** @param {string} module  "http-fetch" @param {string} text */
export function toLibrary(module, text) {
  const needed = [...text.matchAll(IMPORT)].map(([, , other]) => `$${objectOf(other)}`);
  const exported = [...text.matchAll(EXPORT)].map(([, name]) => name);
  const code = text
    .replace(IMPORT, (_, names, other) => `const ${names} = ${objectOf(other)};`)
    .replace(EXPORT, '');
  const strange = /^(import|export)\b.*/m.exec(code);
  if (strange) throw new Error(`${module}.js cannot be linked: ${strange[0]}`);
  const made = `(() => {\n${code}return { ${exported.join(', ')} };\n})()`;
  const name = `$${objectOf(module)}`;
  return `addToLibrary(${JSON.stringify({ [`${name}__deps`]: needed, [name]: made })});\n`;
}

/** @param {string} path @param {string} text  a file that stays the same links nothing again */
function write(path, text) {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [output, ...paths] = process.argv.slice(2);
  mkdirSync(output, { recursive: true });
  const libraries = new Map(paths.map((path) => [`${basename(path, '.js')}.lib.js`, path]));
  if (libraries.size < paths.length) throw new Error('two modules of one name');
  for (const old of readdirSync(output)) if (!libraries.has(old)) rmSync(join(output, old));
  for (const [library, path] of libraries)
    write(join(output, library), toLibrary(basename(path, '.js'), readFileSync(path, 'utf8')));
}
