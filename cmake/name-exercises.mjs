// node name-exercises.mjs [--check]: writes the ids of the exercises into the type of their names in
// web/program/weft.d.ts, or says that they are others.

import { readFileSync, writeFileSync } from 'node:fs';
import { exercisesIn, idOf } from './make-snippets.mjs';

const TYPES = 'web/program/weft.d.ts';
const UNION = /^export type ExerciseName =\n(?: {2}\| '[a-z0-9-]+'[;\n]+)+/m;

const before = readFileSync(TYPES, 'utf8');
const names = exercisesIn('src/lab/exercises').map((name) => `  | '${idOf(name)}'`);
const after = before.replace(UNION, `export type ExerciseName =\n${names.join('\n')};\n\n`);
if (after !== before && process.argv[2] === '--check') {
  console.error(`${TYPES}: ExerciseName is not what exercise_list.inc says; make format writes it`);
  process.exitCode = 1;
} else if (after !== before) writeFileSync(TYPES, after);
