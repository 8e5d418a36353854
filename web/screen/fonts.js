/**
 * The web fonts (fonts.css). The first frame waits for those that it shows, for a short while; a font that comes later, such
 * as the letters of another alphabet, makes the program draw its glyphs anew.
 */
const FIRST = ["400 16px 'Public Sans'", "600 16px 'Public Sans'", "400 16px Spectral", "700 16px Spectral"];
const LONGEST_WAIT = 1500;

/** Loads what the first frame shows. */
export async function firstFonts() {
  const loads = Promise.allSettled(FIRST.map((font) => document.fonts.load(font)));
  const patience = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT));
  await Promise.race([loads, patience]);
}

/** @param {() => void} changed called when a font has come */
export function followFonts(changed) {
  document.fonts.addEventListener("loadingdone", (event) => event.fontfaces.length > 0 && changed());
}
