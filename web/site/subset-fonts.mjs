// The page's fonts, with no more in them than it draws with them: Latin letters and the signs of its own texts. All
// other characters come from the reader's own system.

import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const PACKAGES = fileURLToPath(new URL('../node_modules', import.meta.url));

const FONTS = [
  '@fontsource/inter/files/inter-latin-400-normal.woff2',
  '@fontsource/inter/files/inter-latin-600-normal.woff2',
];

/** @param {number} first @param {number} last */
const characters = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i)).join('');

const ASCII = characters(0x20, 0x7e);
const LATIN_1 = characters(0xa0, 0xff);
const SIGNS = '–—‘’“”…•−×≤≥←↑→↓';

/** Kerning, ligatures and hints: the canvas draws character by character, each on its own pixels. */
const UNSEEN = ['GPOS', 'GSUB', 'GDEF', 'STAT', 'gasp', 'prep'];

/** @param {string} folder that the fonts are written to */
export async function subsetFonts(folder) {
  for (const font of FONTS) {
    const whole = await readFile(join(PACKAGES, font));
    const subset = await subsetFont(whole, ASCII + LATIN_1 + SIGNS, {
      targetFormat: 'woff2',
      noLayoutClosure: true,
      dropTables: UNSEEN,
    });
    await writeFile(join(folder, basename(font)), subset);
  }
}
