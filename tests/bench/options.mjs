// What the environment says: BROWSER=firefox, ONLY=large-files,csv and WEFT_BENCH_SMALL=1, which shrinks all data for a
// quick look at whether the bench itself works.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const BUILD = join(ROOT, 'build');

const only = process.env.ONLY?.split(',').filter(Boolean) ?? [];

export const options = {
  browser: (process.env.BROWSER ?? 'chromium').toLowerCase(),
  isSmall: Boolean(process.env.WEFT_BENCH_SMALL),
  site: process.env.WEFT_SITE ?? join(BUILD, 'site'),
  page: process.env.WEFT_PAGE_BUILD ?? join(BUILD, 'release'),
  program: process.env.WEFT_BENCH_PROGRAM ?? join(BUILD, 'bench-program'),
  python: process.env.PYTHON ?? 'python3',
  /** @param {string} workload */
  isWanted: (workload) => only.length === 0 || only.includes(workload),
};
