/**
 * Small choices that are kept between visits, e.g. the language. Where the browser keeps nothing, they last a visit.
 */
const PREFIX = "depeche.";
const NAMES = ["language", "theme", "split", "panes", "swapped", "monospaced", "invisibles"];

/** @returns {[string, string][]} the choices of earlier visits; of the browser where there are none */
export function loadPreferences() {
  /** @type {[string, string][]} */
  const choices = [["language", navigator.language]];
  try {
    for (const name of NAMES) {
      const value = localStorage.getItem(PREFIX + name);
      if (value !== null) choices.push([name, value]);
    }
  } catch {
    // No store in this window.
  }
  return choices;
}

/** @param {string} name @param {string} value */
export function storePreference(name, value) {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // As above.
  }
}
