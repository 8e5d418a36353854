/**
 * Widgets of several parts of which Tab reaches one, and keys lead from one to the next (ARIA Authoring Practices): toolbars
 * and tabs sideways, menus and trees up and down; Home and End; in menus and trees a letter leads to the next that begins
 * with it.
 */
import { setTabIndex } from "./elements.js";

/** @typedef {{ back: string, forth: string, wraps: boolean, finds: boolean }} Manner */

const SIDEWAYS = { back: "ArrowLeft", forth: "ArrowRight", wraps: true, finds: false };
const DOWN = { back: "ArrowUp", forth: "ArrowDown", wraps: true, finds: true };

/** By role. @type {Readonly<Record<string, Manner>>} */
const MANNERS = { toolbar: SIDEWAYS, tablist: SIDEWAYS, menu: DOWN, tree: DOWN };
const COMPOSITE = Object.keys(MANNERS).map((role) => `[role=${role}]`).join(",");
const PARTS = "button,[role=treeitem]";

/** @param {Element} element @returns {HTMLElement | null} */
export function compositeOf(element) {
  return element.matches(PARTS) ? element.closest(COMPOSITE) : null;
}

/** The parts of a composite. @param {Element} composite @returns {HTMLElement[]} */
export function partsOf(composite) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (composite.querySelectorAll(PARTS))];
}

/** Tab reaches one part of each: where the keyboard was last, else the chosen one, else the first. @param {Element} root */
export function followComposites(root) {
  for (const composite of root.querySelectorAll(COMPOSITE)) {
    const parts = partsOf(composite);
    const held = parts.find((part) => part === document.activeElement) ?? parts.find((part) => part.tabIndex === 0 && part.dataset.held);
    letTabReach(parts, held ?? parts.find((part) => part.getAttribute("aria-selected") === "true") ?? parts[0]);
  }
}

/** The keyboard has come to a part. @param {HTMLElement} part */
export function hold(part) {
  const composite = compositeOf(part);
  if (!composite) return;
  const parts = partsOf(composite);
  for (const each of parts) delete each.dataset.held;
  part.dataset.held = "";
  letTabReach(parts, part);
}

/** @param {HTMLElement[]} parts @param {HTMLElement | undefined} one */
function letTabReach(parts, one) {
  for (const part of parts) setTabIndex(part, part === one ? 0 : -1);
}

/**
 * To the part that a key means; false for other keys.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} part that has the keyboard
 */
export function step(event, part) {
  const composite = compositeOf(part);
  if (!composite || event.ctrlKey || event.metaKey || event.altKey) return false;
  const manner = MANNERS[composite.getAttribute("role") ?? ""];
  const parts = partsOf(composite);
  const next = stepOf(event.key, manner, parts, parts.indexOf(part));
  if (!next) return false;
  event.preventDefault();
  next.focus({ preventScroll: true });
  return true;
}

/**
 * @param {string} key
 * @param {Manner} manner
 * @param {HTMLElement[]} parts
 * @param {number} at
 */
function stepOf(key, manner, parts, at) {
  const around = (/** @type {number} */ index) => parts[(index + parts.length) % parts.length];
  if (key === manner.forth) return around(at + 1);
  if (key === manner.back) return around(at - 1);
  if (key === "Home") return parts[0];
  if (key === "End") return parts[parts.length - 1];
  if (!manner.finds || [...key].length !== 1 || key === " ") return undefined;
  const begins = (/** @type {HTMLElement} */ part) => plain(part.getAttribute("aria-label") ?? "").startsWith(plain(key));
  return [...parts.slice(at + 1), ...parts.slice(0, at + 1)].find(begins);
}

/** Without case and accents. @param {string} text */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
