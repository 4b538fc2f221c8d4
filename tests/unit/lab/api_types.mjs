// What web/program/weft.d.ts says of the types whose names come in: "Settings.csv: boolean" of each field of an interface, "Mode:
// 'sync' | 'async'" of another type, sorted, a line each.

import { readFileSync } from 'node:fs';

const types = readFileSync(new URL('../../../web/program/weft.d.ts', import.meta.url), 'utf8');

/** @param {string} name @returns {string[]} */
function linesOf(name) {
  const [, body] = new RegExp(`^export interface ${name} \\{\\n(.*?)^\\}`, 'ms').exec(types) ?? [];
  if (body !== undefined)
    return [...body.matchAll(/^ {2}(\w+\??: .+);$/gm)].map(([, field]) => `${name}.${field}`);
  const [, type] = new RegExp(`^export type ${name} =[\\s|]*(.*?);`, 'ms').exec(types) ?? [];
  if (type !== undefined) return [`${name}: ${type.replaceAll(/\s+/g, ' ')}`];
  throw new Error(`weft.d.ts has no type ${name}`);
}

const names = readFileSync(0, 'utf8').trim().split('\n');
process.stdout.write(`${names.flatMap(linesOf).sort().join('\n')}\n`);
