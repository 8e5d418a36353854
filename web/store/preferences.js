/**
 * Small choices that are kept between visits, e.g. the language: the program says which, under what name. Where the browser
 * keeps nothing, they last a visit.
 */
const PREFIX = "depeche.";
/** Where they last as long as the tab, among what else it notes. */
const TAB_PREFIX = "depeche.choice/";

/** @typedef {import("./drafts.js").Keeping} Keeping */

/**
 * @param {Keeping} keeping
 * @returns {[string, string][]} the choices of earlier visits; of the browser where there are none
 */
export function loadPreferences(keeping) {
  /** @type {[string, string][]} */
  const choices = [["language", navigator.language]];
  try {
    const { storage, prefix } = placeOf(keeping);
    for (const [key, value] of Object.entries(storage)) {
      const name = key.startsWith(prefix) ? key.slice(prefix.length) : "";
      if (name !== "" && !name.includes("/")) choices.push([name, value]); // a draft's last words are no choice
    }
  } catch {
    // No store in this window.
  }
  return choices;
}

/** @param {Keeping} keeping @param {string} name @param {string} value */
export function storePreference(keeping, name, value) {
  if (keeping === "nowhere") return;
  try {
    const { storage, prefix } = placeOf(keeping);
    storage.setItem(prefix + name, value);
  } catch {
    // As above.
  }
}

/** @param {Keeping} keeping */
function placeOf(keeping) {
  return keeping === "tab" ? { storage: sessionStorage, prefix: TAB_PREFIX } : { storage: localStorage, prefix: PREFIX };
}
