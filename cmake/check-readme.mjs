// The READMEs promise nothing that is not there: every C++ block of README.md stands in tests/unit/readme, which is
// compiled, and whatever a README links to in the repository exists.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const EXAMPLES = 'tests/unit/readme';

/** @returns {string[]} */
function uncompiled() {
  const compiled = readdirSync(EXAMPLES)
    .map((name) => readFileSync(`${EXAMPLES}/${name}`, 'utf8'))
    .join('\n');
  const blocks = [...readFileSync('README.md', 'utf8').matchAll(/^```cpp\n(.*?)^```$/gms)].map(
    ([, code]) => code,
  );
  if (blocks.length === 0) return ['README.md: no C++ at all'];
  return blocks
    .filter((code) => !compiled.includes(code.trim()))
    .map((code) => `README.md: not in ${EXAMPLES}:\n${code}`);
}

/** @param {string} file @returns {string[]} */
function deadLinks(file) {
  const links = [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(
    ([, to]) => to,
  );
  return links.filter((to) => !existsSync(join(dirname(file), to))).map((to) => `${file}: there is no ${to}`);
}

const readmes = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*README.md'], {
  encoding: 'utf8',
});
const faults = [...uncompiled(), ...readmes.trim().split('\n').flatMap(deadLinks)];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
