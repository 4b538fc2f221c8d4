// The fields of the interface Settings in web/program/weft.d.ts, sorted, a line each: "csv boolean".

import { readFileSync } from 'node:fs';

const types = readFileSync(new URL('../../../web/program/weft.d.ts', import.meta.url), 'utf8');
const [, body] = /^export interface Settings \{\n(.*?)^\}/ms.exec(types) ?? [];
if (body === undefined) throw new Error('weft.d.ts has no interface Settings');
const fields = [...body.matchAll(/^ {2}(\w+): (.+);$/gm)].map(([, name, type]) => `${name} ${type}\n`);
process.stdout.write(fields.sort().join(''));
