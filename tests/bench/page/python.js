// CPython, compiled to WebAssembly, in the page.

/** @type {Promise<any> | undefined} */
let loading;

async function loadPython() {
  const url = new URL('/bench/pyodide/pyodide.mjs', document.baseURI).href;
  const { loadPyodide } = await import(url);
  const python = await loadPyodide();
  await python.runPythonAsync(await (await fetch('/bench/pyodide_count.py')).text());
  return python.globals.get('count_all');
}

/** Loads it, which is no part of what is measured. */
export async function startPython() {
  await (loading ??= loadPython());
}

/** @param {File[]} files */
export async function countWithPython(files) {
  const countAll = await (loading ??= loadPython());
  const [lines, words] = (await countAll(files)).toJs();
  return { lines, words };
}
