// Measures Weft against its peers and writes build/bench.json:
//   make bench   BROWSER=firefox   ONLY=large-files,csv   WEFT_BENCH_SMALL=1   WEFT_BENCH_VERBOSE=1

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { machine, versions } from './machine.mjs';
import { BUILD, options } from './options.mjs';
import { Stage } from './stage.mjs';
import { tableOf } from './table.mjs';
import { asyncify } from './workloads/asyncify.mjs';
import { countKernel } from './workloads/count_kernel.mjs';
import { csv } from './workloads/csv.mjs';
import { estimates } from './workloads/estimates.mjs';
import { fibers } from './workloads/fibers.mjs';
import { largeFiles } from './workloads/large_files.mjs';
import { lines } from './workloads/lines.mjs';
import { oneLargeFile } from './workloads/one_large_file.mjs';
import { scaling } from './workloads/scaling.mjs';
import { size } from './workloads/size.mjs';
import { smallFiles } from './workloads/small_files.mjs';
import { start } from './workloads/start.mjs';

/** @type {Record<string, (stage: Stage) => Promise<import('./results.mjs').Result[]>>} */
const WORKLOADS = {
  'large-files': largeFiles,
  'small-files': smallFiles,
  'count-kernel': countKernel,
  lines,
  csv,
  fiber: fibers,
  estimates,
  'one-large-file': oneLargeFile,
  size,
  start,
  asyncify,
  scaling,
};

const wanted = Object.entries(WORKLOADS).filter(([name]) => options.isWanted(name));
if (wanted.length === 0) throw new Error(`ONLY names no workload of ${Object.keys(WORKLOADS).join(', ')}`);

const stage = await Stage.open();
/** @type {import('./results.mjs').Result[]} */
const results = [];

/** After each workload, so that a bench that is ended early leaves what it has. */
async function writeReport() {
  const report = { machine: machine(), versions: await versions(await stage.version()), results };
  await mkdir(BUILD, { recursive: true });
  await writeFile(join(BUILD, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
}

try {
  for (const [name, workload] of wanted) {
    console.error(`measuring ${name}`);
    await stage.freshPage();
    const found = await workload(stage);
    results.push(...found);
    await writeReport();
    console.log(`${tableOf(found)}\n`);
  }
} finally {
  await stage.close();
}
console.log(tableOf(results));
