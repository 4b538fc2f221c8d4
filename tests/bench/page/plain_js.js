// What a page does that has no library.

/** @param {string} text */
const linesOf = (text) => text.split('\n').length - (text === '' || text.endsWith('\n') ? 1 : 0);

/** @param {File[]} files */
export async function countWithPlainJs(files) {
  let lines = 0;
  let words = 0;
  await Promise.all(
    files.map(async (file) => {
      const text = await file.text();
      lines += linesOf(text);
      words += text.match(/[^ \t-\r]+/g)?.length ?? 0;
    }),
  );
  return { lines, words };
}

/** @param {File[]} files */
export async function iterateWithPlainJs([file]) {
  let lines = 0;
  let rest = '';
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    const parts = (rest + value).split('\n');
    rest = /** @type {string} */ (parts.pop());
    for (const line of parts) if (line !== undefined) lines++;
  }
  return { lines: lines + (rest === '' ? 0 : 1) };
}
