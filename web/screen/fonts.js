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

/**
 * Fonts that come after the first frame. WebKit loads what the canvas asks for and says nothing when it has come (2.50 never sends
 * loadingdone): there each letter's font is asked for by name.
 */
export class LateFonts {
  /** What has been asked for: a font's CSS and the letters. @type {Set<string>} */
  #asked = new Set();
  #tells = "FontFaceSetLoadEvent" in window;
  #changed = () => {};

  /** @param {() => void} changed called when a font has come */
  follow(changed) {
    this.#changed = changed;
    if (this.#tells) document.fonts.addEventListener("loadingdone", (event) => event.fontfaces.length > 0 && changed());
  }

  /**
   * The canvas is about to show this.
   * @param {string} css a font, as CSS has it
   * @param {string} text
   */
  use(css, text) {
    if (this.#tells || document.fonts.check(css, text)) return;
    const wish = `${css} ${text}`;
    if (this.#asked.has(wish)) return; // it is on its way, or did not come
    this.#asked.add(wish);
    document.fonts.load(css, text).then(
      () => this.#changed(),
      () => {},
    );
  }
}
