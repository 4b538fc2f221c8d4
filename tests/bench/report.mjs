// Puts the figures of build/bench.json into RESULTS.md, between its marks; the words around them stay.
//   node tests/bench/report.mjs [bench.json]

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILD, ROOT } from './options.mjs';
import { tableOf } from './table.mjs';

const RESULTS = join(ROOT, 'tests/bench/RESULTS.md');
const MARKED = /(<!-- figures -->\n)[^]*(<!-- end of figures -->)/;

const json = process.argv[2] ?? join(BUILD, 'bench.json');
const { machine, versions, results } = JSON.parse(await readFile(json, 'utf8'));
const told = Object.entries(versions).map(([name, version]) => `${name}: ${version}`);
const figures = [`Machine: ${machine}.`, `Versions: ${told.join('; ')}.`, tableOf(results)].join('\n\n');
const text = await readFile(RESULTS, 'utf8');
if (!MARKED.test(text)) throw new Error('RESULTS.md has lost its marks');
await writeFile(
  RESULTS,
  text.replace(MARKED, (_, begin, end) => `${begin}\n${figures}\n\n${end}`),
);
