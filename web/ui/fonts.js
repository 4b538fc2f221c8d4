// The canvas can only draw with fonts that have arrived; what has not within this time is drawn with the system's.
const PATIENCE_MS = 3000;
const FIRST_FACES = ['400 14px Inter', '600 14px Inter'];
/** Of lines, code and the log, which no first frame shows. */
const LATE_FACE = "400 14px 'JetBrains Mono'";

/** @param {Promise<unknown>} loading */
const inTime = (loading) =>
  Promise.race([loading.then(() => {}), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);

/** Waits for the fonts of the first frame. Never fails: there is always a font of the system. */
export async function loadFonts() {
  await inTime(Promise.allSettled(FIRST_FACES.map((face) => document.fonts.load(face))));
}

/**
 * Calls `use` when the other fonts are there; never, where they cannot be had. Waits for that, but not for long.
 * @param {() => void} use
 */
export async function loadLateFonts(use) {
  const loading = document.fonts.load(LATE_FACE).then((faces) => {
    if (faces.length > 0) use();
  }, console.warn);
  await inTime(loading);
}
