// The canvas can only draw with fonts that have arrived; what has not within this time is drawn with the system's.
const PATIENCE_MS = 3000;
const FIRST_FACES = ['400 14px Inter', '600 14px Inter'];
/** Of lines, code and the log, which no first frame shows. */
const LATE_FACE = "400 14px 'JetBrains Mono'";

/** Waits for the fonts of the first frame. Never fails: there is always a font of the system. */
export async function loadFonts() {
  const loading = Promise.allSettled(FIRST_FACES.map((face) => document.fonts.load(face)));
  await Promise.race([loading, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

/**
 * Calls `use` when the other fonts are there; never, where they cannot be had.
 * @param {() => void} use
 */
export function loadLateFonts(use) {
  document.fonts.load(LATE_FACE).then((faces) => {
    if (faces.length > 0) use();
  }, console.warn);
}
