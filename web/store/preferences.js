/**
 * Small choices that are kept between visits, e.g. the language: the program says which, under what name. Where the browser
 * keeps nothing, they last a visit.
 */
const PREFIX = "depeche.";

/** @returns {[string, string][]} the choices of earlier visits; of the browser where there are none */
export function loadPreferences() {
  /** @type {[string, string][]} */
  const choices = [["language", navigator.language]];
  try {
    for (const [key, value] of Object.entries(localStorage)) {
      if (key.startsWith(PREFIX)) choices.push([key.slice(PREFIX.length), value]);
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
