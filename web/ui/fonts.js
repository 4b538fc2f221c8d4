// The canvas can only draw with fonts that have arrived; what has not within this time is drawn with the system's.
const PATIENCE_MS = 3000;
const FACES = ['400 14px Inter', '600 14px Inter'];

/** Waits for the page's fonts. Never fails: there is always a font of the system. */
export async function loadFonts() {
  const loading = Promise.allSettled(FACES.map((face) => document.fonts.load(face)));
  await Promise.race([loading, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}
