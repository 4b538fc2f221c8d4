// The README shows only code that the tests compile: every C++ block of it stands in tests/unit/readme.

import { readFileSync, readdirSync } from 'node:fs';

const EXAMPLES = 'tests/unit/readme';
const compiled = readdirSync(EXAMPLES)
  .map((name) => readFileSync(`${EXAMPLES}/${name}`, 'utf8'))
  .join('\n');
const blocks = [...readFileSync('README.md', 'utf8').matchAll(/^```cpp\n(.*?)^```$/gms)].map(
  ([, code]) => code,
);

const strangers = blocks.filter((code) => !compiled.includes(code.trim()));
for (const code of strangers) console.error(`README.md: not in ${EXAMPLES}:\n${code}`);
if (blocks.length === 0) console.error('README.md: no C++ at all');
process.exit(strangers.length || !blocks.length ? 1 : 0);
