// Weft's library without the lab and the panels: tests/bench/program, in the page.

/** @type {Promise<any> | undefined} */
let loading;

async function loadProgram() {
  const url = new URL('/bench/bench_program.mjs', document.baseURI).href;
  const { default: createProgram } = await import(url);
  return createProgram();
}

/** @param {File} file @param {(program: any, blob: number) => void} begin @returns {Promise<number[]>} */
async function answerTo(file, begin) {
  const program = await (loading ??= loadProgram());
  return new Promise((resolve) => {
    program.onAnswer = resolve;
    begin(program, program.weftBlobs.add(file));
  });
}

/** @param {File[]} files @param {{chunkBytes: number}} options */
export async function iterateLines([file], { chunkBytes }) {
  const [, lines] = await answerTo(file, (program, blob) =>
    program._weft_bench_lines(blob, file.size, chunkBytes),
  );
  return { lines };
}

/** @param {File[]} files @param {{chunkBytes: number}} options */
export async function iterateRows([file], { chunkBytes }) {
  const [, rows, fields] = await answerTo(file, (program, blob) =>
    program._weft_bench_rows(blob, file.size, chunkBytes),
  );
  return { rows, fields };
}
