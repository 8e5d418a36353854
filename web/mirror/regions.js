/**
 * F6 leads from one region of the desk to the next, Shift+F6 back: as in office programs, for whoever works by keyboard.
 */

/** Where the keyboard goes in each region, in the order of the page. */
const ENTRIES = [
  "header [role=toolbar] [tabindex='0']",
  "nav input",
  "[role=search] input",
  "#field",
  "section[data-keys]",
  "section:not([data-keys]) button",
].map((entry) => `#mirror ${entry}`).join(",");
const REGIONS = "header,nav,[role=search],#field,section";

/** @param {HTMLElement} root of the parallel page */
export function followRegionKeys(root) {
  addEventListener("keydown", (event) => {
    if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (root.querySelector("[role=dialog],[role=menu]")) return;
    event.preventDefault();
    next(root, event.shiftKey ? -1 : 1)?.focus({ preventScroll: true });
  });
}

/** @param {HTMLElement} root @param {1 | -1} step */
function next(root, step) {
  const all = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(ENTRIES)]).filter((entry) => entry.tabIndex >= 0);
  const regions = all.map((entry) => entry.closest(REGIONS));
  const entries = all.filter((_, index) => regions.indexOf(regions[index]) === index); // the first of each
  const here = document.activeElement?.closest(REGIONS);
  const at = entries.findIndex((entry) => entry.closest(REGIONS) === here);
  if (at < 0) return entries.find((entry) => entry.id === "field") ?? entries[0];
  return entries[(at + step + entries.length) % entries.length];
}
