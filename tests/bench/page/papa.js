// Papa Parse, which streams from a File by itself.

/** @type {Promise<any> | undefined} */
let loading;

/** A script of the old kind: it leaves a global behind. */
function loadPapa() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = '/bench/papaparse.min.js';
    script.onload = () => resolve(/** @type {any} */ (globalThis).Papa);
    script.onerror = reject;
    document.head.append(script);
  });
  return loading;
}

/** @param {File[]} files @param {{fastMode: boolean}} options */
export async function parseWithPapa([file], { fastMode }) {
  const papa = await loadPapa();
  let rows = 0;
  let fields = 0;
  await new Promise((complete, error) => {
    const chunk = (/** @type {{data: string[][]}} */ { data }) => {
      rows += data.length;
      for (const row of data) fields += row.length;
    };
    papa.parse(file, { delimiter: ',', fastMode, skipEmptyLines: true, chunk, complete, error });
  });
  return { rows, fields };
}
