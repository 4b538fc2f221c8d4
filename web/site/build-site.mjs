// Assembles the site: node web/site/build-site.mjs <build directory of the page> <site directory>
// Everything in it refers to everything else by relative paths, so it works in any folder of any static host.
//
// Whatever has to fit together (program, workers, style, fonts) is in a folder that is named after its content, in which
// every part finds the others beside itself. Only index.html knows the name: an old page and new parts never meet.

import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compressSite } from './compress-site.mjs';
import { subsetFonts } from './subset-fonts.mjs';

const WEB = fileURLToPath(new URL('..', import.meta.url));
const ROOT = join(WEB, '..');
const PACKAGES = join(WEB, 'node_modules');

/** Page modules, each bundled with what it imports; the name among the parts first. */
const BUNDLES = {
  app: 'program/main.js',
  'io-worker': 'vfs/io-worker.js',
  'count-worker': 'counter/count-worker.js',
};

/** What the site contains of others' work asks for its licence to come along. */
const LICENCES = [
  ['Weft', join(ROOT, 'LICENSE')],
  ['Dear ImGui', join(ROOT, '.toolchain/src/imgui/LICENSE.txt')],
  ['{fmt}', join(ROOT, '.toolchain/debian/usr/share/doc/libfmt-dev/copyright')],
  ['zlib', join(ROOT, '.toolchain/src/zlib/LICENSE')],
  ['SDL', join(ROOT, '.toolchain/src/sdl2/LICENSE.txt')],
  ['Inter', join(PACKAGES, '@fontsource/inter/LICENSE')],
  ['coi-serviceworker', join(PACKAGES, 'coi-serviceworker/LICENSE')],
];

/** @param {string} from @param {string} to */
const copy = (from, to) => cp(from, to, { recursive: true, preserveTimestamps: true });

/** @param {string} parts */
async function bundleModules(parts) {
  await build({
    entryPoints: Object.entries(BUNDLES).map(([out, file]) => ({ out, in: join(WEB, file) })),
    outdir: parts,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    sourcemap: true,
    // The worker runs under Node too, where it imports what a browser never asks for.
    external: ['./weft.js', 'node:*'],
    logLevel: 'warning',
  });
}

/** What stands in index.html itself. @returns {Promise<string>} */
async function bundleFirst() {
  const { outputFiles } = await build({
    entryPoints: [join(WEB, 'program/first.js')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    write: false,
    logLevel: 'warning',
  });
  return outputFiles[0].text.trim().replaceAll('</', '<\\/');
}

/** @param {string} parts @returns {Promise<string>} the same for the same parts */
async function nameOf(parts) {
  const hash = createHash('sha256');
  const entries = await readdir(parts, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  for (const path of paths.sort()) hash.update(relative(parts, path)).update(await readFile(path));
  return `parts-${hash.digest('hex').slice(0, 16)}`;
}

/** @param {string} site @param {string} parts */
async function tieTogether(site, parts) {
  const name = await nameOf(parts);
  await rename(parts, join(site, name));
  const page = await readFile(join(ROOT, 'shell/index.html'), 'utf8');
  const first = await bundleFirst();
  const tied = page
    .replace('<script src="parts/first.js"></script>', () => `<script>${first}</script>`)
    .replaceAll('="parts/', `="${name}/`);
  await writeFile(join(site, 'index.html'), tied);
}

/** What the compiler makes has names and line breaks that nobody reads. @param {string} from @param {string} to */
const minify = (from, to) =>
  build({ entryPoints: [from], outfile: to, minify: true, format: 'esm', logLevel: 'warning' });

/** @param {string} site */
async function writeLicences(site) {
  const present = LICENCES.filter(([, file]) => existsSync(file));
  // A library from elsewhere than .toolchain has its licence elsewhere too.
  for (const [name, file] of LICENCES.filter((licence) => !present.includes(licence)))
    console.warn(`licenses.txt lacks that of ${name}: there is no ${file}`);
  const texts = await Promise.all(
    present.map(
      async ([name, file]) => `${name}\n${'='.repeat(name.length)}\n\n${await readFile(file, 'utf8')}`,
    ),
  );
  await writeFile(join(site, 'licenses.txt'), texts.join('\n\n'));
}

/**
 * The sources that the exercises point to, as text that every host serves and every browser shows.
 * @param {string} site
 */
async function copySources(site) {
  const entries = await readdir(join(ROOT, 'src'), { recursive: true, withFileTypes: true });
  for (const entry of entries.filter(({ name }) => /\.[ch]pp$/.test(name))) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const copied = join(site, 'source', `${relative(ROOT, path)}.txt`);
    await mkdir(dirname(copied), { recursive: true });
    await copy(path, copied);
  }
}

/** @param {string} built @param {string} site */
async function assemble(built, site) {
  await rm(site, { recursive: true, force: true });
  const parts = join(site, 'parts');
  await mkdir(join(parts, 'fonts'), { recursive: true });
  await copy(join(ROOT, 'shell'), site);
  await bundleModules(parts);
  await copy(join(WEB, 'ui/style.css'), join(parts, 'style.css'));
  await copy(join(built, 'split/weft.wasm'), join(parts, 'weft.wasm'));
  await copy(join(built, 'split/weft_late.wasm'), join(parts, 'weft_late.wasm'));
  await copy(join(built, 'weft_counter.wasm'), join(parts, 'weft_counter.wasm'));
  await copy(join(built, 'code.txt'), join(parts, 'code.txt'));
  await minify(join(built, 'weft.js'), join(parts, 'weft.js'));
  await subsetFonts(join(parts, 'fonts'));
  await tieTogether(site, parts);
  // Adds the isolation headers on static hosts that cannot be told to send them.
  await copy(
    join(PACKAGES, 'coi-serviceworker/coi-serviceworker.min.js'),
    join(site, 'coi-serviceworker.js'),
  );
  await writeLicences(site);
  await copySources(site);
}

const [built, site] = process.argv.slice(2);
if (!built || !site) throw new Error('usage: node web/site/build-site.mjs BUILT SITE');
await assemble(built, site);
await compressSite(site);
