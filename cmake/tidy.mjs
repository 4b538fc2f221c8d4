// Runs clang-tidy on sources: node cmake/tidy.mjs CLANG_TIDY BUILD_DIRECTORY FILE…
//
// Most of its time would go to the headers of others, which every source includes. So it looks at a group of sources at
// once: a file that includes them. Where two of them share the name of something in an unnamed namespace, that does not
// compile, and each of them is looked at alone. What passed is not looked at again until it, a header or the checks change.

import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';

/** @typedef {{directory: string, command: string}} Compilation */
/** @typedef {{files: string[], compilation: Compilation}} Group */

const GROUP_SIZE = 16;
const CHECKS = resolve('.clang-tidy');

const [clangTidy, build, ...sources] = process.argv.slice(2);

/** What em++ adds to each command line, of which clang-tidy knows nothing. */
const emscripten = execFileSync('em++', ['--cflags'], { encoding: 'utf8' })
  .trim()
  .split(/\s+/)
  .map((flag) => `--extra-arg-before=${flag}`);

const headers = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.h(pp)?$/.test(name))
  .sort()
  .map((name) => readFileSync(join('src', name), 'utf8'));

/** @param {string[]} wanted @returns {Group[]} files that are compiled alike */
function groupsOf(wanted) {
  /** @type {{directory: string, command: string, file: string}[]} */
  const entries = JSON.parse(readFileSync(join(build, 'compile_commands.json'), 'utf8'));
  /** @type {Map<string, Group>} */
  const alike = new Map();
  for (const file of wanted) {
    const entry = entries.find((some) => some.file === file);
    if (!entry) throw new Error(`nothing is known of how ${file} is compiled`);
    const { directory, command } = entry;
    const shared = command.replace(/ -o \S+ -c \S+$/, '');
    const group = alike.get(shared) ?? { files: [], compilation: { directory, command: shared } };
    alike.set(shared, group);
    group.files.push(file);
  }
  return [...alike.values()].flatMap((group) => split(group, Math.ceil(group.files.length / GROUP_SIZE)));
}

/** @param {Group} group @param {number} parts @returns {Group[]} */
function split({ files, compilation }, parts) {
  const size = Math.ceil(files.length / parts);
  return Array.from({ length: parts }, (_, at) => files.slice(at * size, (at + 1) * size))
    .filter((some) => some.length > 0)
    .map((some) => ({ files: some, compilation }));
}

/** @param {Group} group @returns {{directory: string, source: string}} where it is, with its command line beside it */
function write({ files, compilation }) {
  const content = [compilation.command, readFileSync(CHECKS, 'utf8'), ...headers];
  const hash = createHash('sha256').update(
    [...content, ...files.map((file) => readFileSync(file, 'utf8'))].join('\0'),
  );
  const directory = resolve(build, 'tidy', hash.digest('hex').slice(0, 16));
  // By this name the analyzer knows that the files included are not headers, of which it analyzes less.
  const source = join(directory, 'UnifiedSource.cpp');
  mkdirSync(directory, { recursive: true });
  const include = (/** @type {string} */ file) =>
    `// NOLINTNEXTLINE(bugprone-suspicious-include)\n#include "${file}"\n`;
  writeFileSync(source, files.map(include).join(''));
  const entry = { ...compilation, command: `${compilation.command} -c ${source}`, file: source };
  writeFileSync(join(directory, 'compile_commands.json'), JSON.stringify([entry]));
  return { directory, source };
}

/** @param {string} directory @param {string} source @returns {Promise<{failed: boolean, output: string, errors: string}>} */
function tidy(directory, source) {
  const flags = ['-p', directory, `--config-file=${CHECKS}`, '--quiet', ...emscripten];
  return new Promise((done) => {
    execFile(clangTidy, [...flags, source], { maxBuffer: 2 ** 28 }, (error, output, errors) =>
      done({ failed: error !== null, output, errors }),
    );
  });
}

/** @param {Group} group @returns {Promise<boolean>} whether nothing was found */
async function check(group) {
  const { directory, source } = write(group);
  const stamp = join(directory, 'passed');
  if (existsSync(stamp)) return true;
  const { failed, output, errors } = await tidy(directory, source);
  if (!failed) {
    writeFileSync(stamp, '');
    return true;
  }
  if (group.files.length > 1 && output.includes('[clang-diagnostic-error]')) {
    const alone = [];
    for (const one of split(group, group.files.length)) alone.push(await check(one));
    return alone.every(Boolean);
  }
  // stderr holds only the count of what was suppressed, unless the run itself broke.
  process.stdout.write(output + errors.replace(/^.*(warnings?|errors?) generated.*\n/gm, ''));
  return false;
}

const groups = groupsOf(sources.map((file) => resolve(file)));
let isClean = true;
const work = async () => {
  for (let group = groups.shift(); group; group = groups.shift()) isClean = (await check(group)) && isClean;
};
await Promise.all(Array.from({ length: availableParallelism() }, work));
process.exitCode = isClean ? 0 : 1;
